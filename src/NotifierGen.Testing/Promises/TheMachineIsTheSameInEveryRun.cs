namespace NotifierGen.Testing;

/// <summary>What goes wrong is found in a first run and done in another: a machine that is not the same twice cannot be replayed.</summary>
internal sealed class TheMachineIsTheSameInEveryRun : IPromise
{
    public string Name => "The machine does the same in every run, so that a case can be replayed";

    public (string What, int Entry)? Check(ExplorationRun run) => run.Deviation is null ? null : (run.Deviation, -1);
}
