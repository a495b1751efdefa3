namespace NotifierGen.Analyzers.Effects;

/// <summary>Mistakes that the analysis can be made to make, so that tests show that they would be noticed.</summary>
[Flags]
internal enum AnalysisVariant
{
    None = 0,
    NoExceptionEdges = 1,
    FinallyWithoutExceptionalState = 2,
    AwaitKeepsState = 4,
    ScopesAlwaysResume = 8,
    SnapshotGuardsAreLive = 16,
    LoopsRunOnce = 32,
    JumpsSkipFinally = 64,
    RunningBranchIsStopped = 128,
    SettersRunBeforeValues = 256,
    BaseConstructorsSkipped = 512,
    DisposeMethodsSkipped = 1024,
    UnknownCodeKeepsNothing = 2048,
}
