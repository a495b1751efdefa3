namespace NotifierGen.Testing.Tests.Recorded;

/// <summary>A row of the table of QEMU's 33 source-side paths.</summary>
/// <param name="Row">1 to 33.</param>
/// <param name="Path">What happens.</param>
/// <param name="Scenarios">The recordings that show it; none where it was read in the source.</param>
/// <param name="Before">What QEMU does before the change, where the recordings do not say it.</param>
/// <param name="After">What it does after the change, likewise.</param>
/// <param name="NotifierGen">Our paths, and the sequence that is promised on each.</param>
internal sealed record QemuPath(int Row, string Path, IReadOnlyList<string>? Scenarios, string? Before, string? After, IReadOnlyDictionary<string, string> NotifierGen);
