using System.Globalization;

namespace NotifierGen.Testing;

/// <summary>What can go wrong on a path, found in the transcript of a run on which nothing did. Always in the same order.</summary>
internal static class CaseList
{
    /// <summary>A call in words.</summary>
    public static string Where(int call, TranscriptEntry entry) =>
        $"call {(call + 1).ToString(CultureInfo.InvariantCulture)}, {Moments.NameOf(entry.Row)} {entry.Row.Device}.{entry.Row.Handler}{(entry.Device.Length == 0 ? "" : " on " + entry.Device)}";

    /// <summary>Each device that can refuse does, by answering so and by throwing.</summary>
    /// <param name="accepted">A run that began as the refused path does.</param>
    public static IEnumerable<Perturbation> Refusals(ExplorationRun accepted)
    {
        List<TranscriptEntry> calls = Calls(accepted);
        for (int call = 0; call < calls.Count; call++)
        {
            if (calls[call].Row.Event is MigrationEvent.Setup or MigrationEvent.IncomingSetup)
            {
                string where = Where(call, calls[call]);
                yield return new Perturbation(PerturbationKind.Refuses, call, -1, -1, where, "refuses");
                yield return new Perturbation(PerturbationKind.ThrowsInstead, call, -1, -1, where, "throws instead of its work");
            }
        }
    }

    /// <summary>Each handler throws, before and after its work; devices leave, are replaced and come, at each call and before each step.</summary>
    /// <param name="undisturbed">The run of the path without any of it.</param>
    /// <param name="added">The names of the devices that can come.</param>
    public static IEnumerable<Perturbation> Disturbances(ExplorationRun undisturbed, IReadOnlyList<string> added)
    {
        List<TranscriptEntry> calls = Calls(undisturbed);
        for (int call = 0; call < calls.Count; call++)
        {
            string where = Where(call, calls[call]);
            if (calls[call].Row.Event is not (MigrationEvent.Setup or MigrationEvent.IncomingSetup))
            {
                yield return new Perturbation(PerturbationKind.ThrowsInstead, call, -1, -1, where, "throws instead of its work");
                yield return new Perturbation(PerturbationKind.ThrowsAtItsEnd, call, -1, -1, where, "throws at its end");
            }

            foreach (Perturbation change in Changes(undisturbed, call, -1, where + " has returned", Neighbours(undisturbed, calls, call), added))
            {
                yield return change with { Where = where };
            }
        }

        for (int step = 1; step < undisturbed.Path.Steps.Count; step++)
        {
            string where = $"before step {(step + 1).ToString(CultureInfo.InvariantCulture)}, {undisturbed.Path.Steps[step]}";
            foreach (Perturbation change in Changes(undisturbed, -1, step, where, Enumerable.Range(0, undisturbed.Devices.Count), added))
            {
                yield return change;
            }
        }
    }

    private static List<TranscriptEntry> Calls(ExplorationRun run) => run.Entries.FindAll(static entry => entry.Kind == TranscriptKind.Handler);

    private static IEnumerable<Perturbation> Changes(ExplorationRun run, int call, int step, string where, IEnumerable<int> devices, IReadOnlyList<string> added)
    {
        string then = call < 0 ? "" : "then ";
        foreach (int device in devices)
        {
            string name = run.NameOf(run.Devices[device]);
            yield return new Perturbation(PerturbationKind.Unregisters, call, step, device, where, $"{then}{name} is unregistered");
            yield return new Perturbation(PerturbationKind.Replaces, call, step, device, where, $"{then}{name} is unregistered and registered again");
        }

        for (int i = 0; i < added.Count; i++)
        {
            yield return new Perturbation(PerturbationKind.Adds, call, step, i, where, $"{then}{added[i]} is registered");
        }
    }

    // The device itself, the ones whose turn was just before and is next, and the ends of the list: where a walk could stumble.
    private static IEnumerable<int> Neighbours(ExplorationRun run, List<TranscriptEntry> calls, int call)
    {
        SortedSet<int> devices = [0, run.Devices.Count - 1];
        for (int i = Math.Max(0, call - 1); i <= call + 1 && i < calls.Count; i++)
        {
            devices.Add(IndexOf(run, calls[i].Instance));
        }

        return devices.Where(device => device >= 0 && device < run.Devices.Count);
    }

    private static int IndexOf(ExplorationRun run, object? device)
    {
        for (int i = 0; i < run.Devices.Count; i++)
        {
            if (ReferenceEquals(run.Devices[i], device))
            {
                return i;
            }
        }

        return -1;
    }
}
