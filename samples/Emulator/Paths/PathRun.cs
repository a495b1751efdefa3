using Emulator.Migration;
using Emulator.Story;

namespace Emulator.Paths;

/// <summary>Takes a fresh machine with a running guest along one path, and writes down what is observed.</summary>
internal static class PathRun
{
    /// <summary>The device whose Failed handler requires a stopped VM.</summary>
    private const string StoppingDevice = "vdpa0";

    public static PathResult Of(EmulatedPath path, CancellationToken cancellation)
    {
        using var machine = new PathMachine();
        path.Driver.Prepare(machine);
        machine.Boot();
        if (path.LeavesDeviceOut)
        {
            machine.Board.Unregister(StoppingDevice);
        }

        if (!path.GuestRuns)
        {
            machine.Board.Machine.Stop();
        }

        MigrationOutcome outcome = path.Driver.Take(machine, cancellation);
        GuestFate fate = path.Driver.LookFor(machine, path.GuestRuns, cancellation);
        IReadOnlyList<ChronicleEntry> entries = machine.Chronicle.EndAndCollect();
        return new PathResult(path, ObservedSequence.Of(entries), outcome.Kind, fate, VmPauses.Downtime(entries))
        {
            Troubles = [.. entries.Where(static entry => entry.Kind == EntryKind.Failure).Select(static entry => entry.What)],
        };
    }
}
