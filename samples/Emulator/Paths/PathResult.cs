namespace Emulator.Paths;

/// <summary>What was observed on a path.</summary>
/// <param name="Path">The path.</param>
/// <param name="Observed">The sequence.</param>
/// <param name="Failure">How the attempt ended.</param>
/// <param name="Fate">What became of the guest.</param>
/// <param name="Downtime">How long it stood still; <see langword="null"/>: not at all.</param>
internal sealed record PathResult(EmulatedPath Path, string Observed, MigrationFailureKind? Failure, GuestFate Fate, TimeSpan? Downtime)
{
    /// <summary>What went wrong, in the order in which it was told; for who has to find out why a path deviates.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>Whether anything is not as the path promises.</summary>
    public bool Deviates => Observed != Path.Expected || Failure != Path.ExpectedFailure || Fate != Path.Fate;
}
