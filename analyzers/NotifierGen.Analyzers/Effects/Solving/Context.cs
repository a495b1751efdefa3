using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>A body in the circumstances in which its summary holds.</summary>
/// <param name="Body">The body.</param>
/// <param name="Environment">The values of the parameters that decide what it does.</param>
/// <param name="IsDetached">Whether nobody waits for the task it returns.</param>
/// <param name="ResumedWith">Of an iterator: the states in which its consumer asks for the next element, at each yield.</param>
/// <param name="LeftWith">Of an iterator: the states in which its consumer stops early, so that only its finally blocks run.</param>
internal readonly record struct Context(BodyKey Body, Environment Environment, bool IsDetached, YieldStates ResumedWith, VmStates LeftWith = VmStates.None);
