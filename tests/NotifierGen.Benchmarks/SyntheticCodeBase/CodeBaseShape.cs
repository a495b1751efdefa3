namespace NotifierGen.Benchmarks.SyntheticCodeBase;

/// <summary>How large a synthetic code base is, and how many migration handlers it has. The same shape is the same text, byte for byte.</summary>
/// <param name="Lines">Lines without those of the handlers; the last file may add some.</param>
/// <param name="Handlers">Migration handlers, on top of the lines: code bases that differ in nothing else share every other line.</param>
/// <param name="Seed">Another seed is another code base of the same kind.</param>
internal sealed record CodeBaseShape(int Lines, int Handlers, ulong Seed = 20250701);
