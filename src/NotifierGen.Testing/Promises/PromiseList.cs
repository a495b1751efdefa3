namespace NotifierGen.Testing;

/// <summary>All promises, causes before their consequences: the first that is broken is what is reported.</summary>
internal static class PromiseList
{
    public static IReadOnlyList<IPromise> All { get; } =
    [
        new TheMachineIsTheSameInEveryRun(),
        new HandlersDoNotThrow(),
        new HandlersLeaveTheVmAlone(),
        new FailedComesBeforeTheVmStarts(),
        new OneTerminalEvent(),
        new NothingIsCalledOnceItIsUnregistered(),
        new CallsFollowTheTable(),
        new EveryoneIsToldOnEveryPath(),
        new ContextsTellTheTruth(),
        new FaultsAreReported(),
        new TheGuestIsLeftAsPromised(),
        new TheSessionIsOver(),
    ];

    /// <summary>What a run breaks: first what it found itself as it went on, an author's invariants among them, unless a promise explains it.</summary>
    public static IReadOnlyList<BrokenPromise> Check(ExplorationRun run)
    {
        List<BrokenPromise> broken = [];
        foreach (IPromise promise in All)
        {
            // A run that was cut short cannot have kept what is promised for its end.
            if (promise.Check(run) is var (what, entry) && (run.Broken.Count == 0 || entry >= 0 || run.Deviation is not null))
            {
                broken.Add(new BrokenPromise(promise.Name, what, entry));
            }
        }

        broken.AddRange(run.Broken);
        return broken;
    }
}
