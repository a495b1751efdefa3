namespace NotifierGen.Testing;

/// <summary>How far an exploration is. Reported from its threads, once for each path.</summary>
/// <param name="Completed">How many paths are explored.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Path">The one that was explored just now.</param>
public sealed record ExplorationProgress(int Completed, int Total, MigrationPath Path);
