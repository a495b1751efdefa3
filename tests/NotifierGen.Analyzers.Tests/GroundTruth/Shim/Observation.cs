namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>Something that the monitor saw a program do.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Timing">When it did it.</param>
/// <param name="Condition">What the vCPUs did meanwhile.</param>
/// <param name="Statement">The handler's statement that was being executed, or that left the code behind; -1 if that is not known.</param>
/// <param name="IsExcused">Whether the analysis may know nothing of it: it may be reported, but need not be.</param>
internal readonly record struct Observation(ObservationKind Kind, Timing Timing, VmCondition Condition, int Statement, bool IsExcused = false);
