namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text;

/// <summary>The text of a class, open at its end, and where it goes.</summary>
/// <param name="File">The number of its file.</param>
/// <param name="Writer">The text.</param>
internal sealed record TypeSource(int File, CodeWriter Writer);
