namespace NotifierGen.Testing;

/// <summary>One path, and what was seen on it in several versions. Immutable.</summary>
/// <param name="Name">The name of the scenario or path.</param>
/// <param name="Sequences">What was seen, a version each.</param>
public sealed record RecordedScenario(string Name, IReadOnlyList<RecordedSequence> Sequences)
{
    /// <summary>What was seen in a version; null if it was not recorded there.</summary>
    /// <param name="version">The version.</param>
    /// <returns>The sequence.</returns>
    public RecordedSequence? In(string version) => Sequences.FirstOrDefault(sequence => sequence.Version == version);
}
