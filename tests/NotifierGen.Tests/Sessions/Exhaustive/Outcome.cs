namespace NotifierGen.Tests.Sessions.Exhaustive;

/// <summary>What can be observed of a run: the log, the faults, which calls were not possible, and where everything stands at the end.</summary>
public sealed record Outcome(string Log, string Faults, string IllegalCalls, string State, bool VmRuns, bool CanBeginAgain);
