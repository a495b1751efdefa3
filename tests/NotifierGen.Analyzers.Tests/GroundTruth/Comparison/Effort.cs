namespace NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

/// <summary>How long to look for something that was not seen yet.</summary>
/// <param name="Bits">The bits whose values are all tried.</param>
/// <param name="Enumerated">At most so many inputs of those, for each entry state.</param>
/// <param name="Patience">Variations without anything new before the search ends.</param>
/// <param name="Doubt">Executions more where something is reported that was not seen.</param>
internal sealed record Effort(int Bits, int Enumerated, int Patience, int Doubt)
{
    /// <summary>For many programs.</summary>
    public static Effort Quick { get; } = new(10, 100, 100, 4_000);

    /// <summary>For one program of a thousand that differ little.</summary>
    public static Effort Reducing { get; } = new(12, 250, 150, 6_000);

    /// <summary>For one program that is about to be called a failure.</summary>
    public static Effort Thorough { get; } = new(12, 4_096, 2_000, 60_000);
}
