namespace NotifierGen.Benchmarks.SyntheticCodeBase;

/// <summary>A file of a code base.</summary>
/// <param name="Path">Its path below the code base's folder.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string Path, string Text);
