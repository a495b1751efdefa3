namespace NotifierGen.Testing;

/// <summary>A guest that ran before runs again where nothing forbids it, and one that was paused stays so.</summary>
internal sealed class TheGuestIsLeftAsPromised : IPromise
{
    public string Name => "The guest runs at the end if, and only if, it is to (design 5.4)";

    public (string What, int Entry)? Check(ExplorationRun run)
    {
        bool runs = run.Path.GuestRuns;
        foreach (ExpectedCall call in run.Expected)
        {
            runs = call.Moment == Moments.Start || (runs && call.Moment != Moments.Stop);
        }

        return run.GuestRunsAtEnd == runs ? null : ($"it {(runs ? "stands still" : "runs")}", -1);
    }
}
