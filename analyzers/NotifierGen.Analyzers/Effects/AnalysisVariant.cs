namespace NotifierGen.Analyzers.Effects;

/// <summary>Mistakes that the analysis can be made to make, so that tests show that they would be noticed.</summary>
[Flags]
internal enum AnalysisVariant
{
    None = 0,
    NoExceptionEdges = 1,
    SetterBeforeRightHandSide = 2,
    FinallyWithoutExceptionalState = 4,
    UnknownCallbackOnlyInPlace = 8,
    UnknownCallbackOnlyLater = 16,
    IteratorsRunWhenCalled = 32,
    AwaitKeepsState = 64,
    ScopesAlwaysResume = 128,
    SnapshotGuardsAreLive = 256,
    FirstOverrideOnly = 512,
    NoFieldInitialisers = 1024,
    LoopsRunOnce = 2048,
}
