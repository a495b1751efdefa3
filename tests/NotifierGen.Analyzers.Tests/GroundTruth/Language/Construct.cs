namespace NotifierGen.Analyzers.Tests.GroundTruth.Language;

/// <summary>A construct of the language or a use of the framework that programs are made of.</summary>
/// <param name="Name">As the statistics print it.</param>
/// <param name="IsExact">Whether it belongs to the sub-language in which the analysis promises to be exact.</param>
internal sealed record Construct(string Name, bool IsExact = true);
