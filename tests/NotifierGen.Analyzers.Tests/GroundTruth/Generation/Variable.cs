namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>A local variable or parameter in scope.</summary>
/// <param name="Name">Its name, unique in the program.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Cost">What running it costs, if it holds code.</param>
internal sealed record Variable(string Name, VariableKind Kind, double Cost = 0);
