namespace NotifierGen.Testing;

/// <summary>What a machine does otherwise when nobody looks on.</summary>
internal static class UnobservedDifference
{
    private const string Promise = "It makes no difference whether anybody looks on";

    /// <summary>Compares what can be seen from without: the invariants, the VM, the faults.</summary>
    public static IEnumerable<BrokenPromise> Between(ExplorationRun observed, ExplorationRun unobserved)
    {
        foreach (BrokenPromise broken in unobserved.Broken)
        {
            yield return new BrokenPromise(Promise, $"{broken.Promise}: {broken.What}", -1) { Exception = broken.Exception };
        }

        string[] seen = Visible(observed);
        string[] unseen = Visible(unobserved);
        if (!seen.SequenceEqual(unseen))
        {
            yield return new BrokenPromise(Promise, $"without an observer came \"{string.Join(", ", unseen)}\", with one \"{string.Join(", ", seen)}\"", -1);
        }

        if (observed.GuestRunsAtEnd != unobserved.GuestRunsAtEnd)
        {
            yield return new BrokenPromise(Promise, $"without an observer the guest {(unobserved.GuestRunsAtEnd ? "runs" : "stands still")} at the end", -1);
        }
    }

    private static string[] Visible(ExplorationRun run) =>
    [
        .. run.Entries.Where(static entry => entry.Kind is TranscriptKind.Host or TranscriptKind.VmStop or TranscriptKind.VmStart).Select(static entry => entry.ToString().Trim()),
        .. run.Faults.Select(static fault => $"{fault.Value.Handler} threw"),
    ];
}
