namespace NotifierGen.Testing;

/// <summary>All cases of one path, in order.</summary>
/// <typeparam name="TMachine">The machine.</typeparam>
internal static class PathExploration<TMachine>
{
    /// <summary>Runs a path as it is, without anything going wrong on it. Nothing for a refused path, on which something must.</summary>
    /// <returns>See <see cref="Explore"/>.</returns>
    public static PathResult ExploreUndisturbed(ExplorationSettings<TMachine> settings, MigrationPath path, CancellationToken cancellation) =>
        path.IsRefused ? new PathResult() : Judge(path, [CaseRunner<TMachine>.RunUndisturbed(settings, path)], cancellation);

    /// <summary>Runs all cases of a path.</summary>
    /// <returns>How often, and how many handlers were called; whether the path was taken; the first case that breaks something, if one does.</returns>
    public static PathResult Explore(ExplorationSettings<TMachine> settings, MigrationPath path, CancellationToken cancellation) =>
        Judge(path, Cases(settings, path, static _ => true), cancellation);

    private static PathResult Judge(MigrationPath path, IEnumerable<ExplorationRun> runs, CancellationToken cancellation)
    {
        PathResult result = new();
        foreach (ExplorationRun run in runs)
        {
            cancellation.ThrowIfCancellationRequested();
            result.Runs++;
            result.Calls += run.Entries.Count(static entry => entry.Kind == TranscriptKind.Handler);
            result.IsTaken |= path.IsRefused ? run.WasRefused : !run.WasRefused;
            IReadOnlyList<BrokenPromise> broken = PromiseList.Check(run);
            if (broken.Count > 0)
            {
                result.Violation = new MigrationViolationException(run, broken);
                break;
            }
        }

        return result;
    }

    /// <summary>Runs one case of a path.</summary>
    /// <exception cref="ArgumentException">The path has no such case.</exception>
    public static ExplorationRun Find(ExplorationSettings<TMachine> settings, MigrationPath path, string name) =>
        Cases(settings, path, perturbation => $"{path.Name} | {perturbation}" == name).FirstOrDefault(run => run.Name == name)
        ?? throw new ArgumentException($"On the path '{path.Name}' this machine has no case '{name}'.", nameof(name));

    private static IEnumerable<ExplorationRun> Cases(ExplorationSettings<TMachine> settings, MigrationPath path, Func<Perturbation, bool> selects)
    {
        IEnumerable<Perturbation> perturbations;
        if (path.IsRefused)
        {
            // Who could refuse shows where nobody does.
            perturbations = CaseList.Refusals(CaseRunner<TMachine>.Run(settings, WithoutRefusal(path), Perturbation.None));
        }
        else
        {
            ExplorationRun undisturbed = CaseRunner<TMachine>.Run(settings, path, Perturbation.None);
            yield return undisturbed;

            // A machine that refuses by itself does not come to what is behind Setup.
            perturbations = undisturbed.WasRefused ? [] : CaseList.Disturbances(undisturbed, [.. settings.Added.Select(static added => added.Key)]);
        }

        foreach (Perturbation perturbation in perturbations)
        {
            if (selects(perturbation))
            {
                yield return CaseRunner<TMachine>.Run(settings, path, perturbation);
            }
        }
    }

    private static MigrationPath WithoutRefusal(MigrationPath path) =>
        MigrationPaths.All.First(other => other.Mode == path.Mode && other.GuestRuns == path.GuestRuns && other.IsIncoming == path.IsIncoming && other.Steps.Count == 2
            && other.Steps[1].Call is HostCall.Abandon or HostCall.IncomingAbandon);
}
