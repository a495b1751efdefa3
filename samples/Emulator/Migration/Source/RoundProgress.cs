namespace Emulator.Migration.Source;

/// <summary>How far a round of pre-copy is.</summary>
/// <param name="Round">Its number.</param>
/// <param name="Pages">How many pages were sent.</param>
/// <param name="Of">How many were dirty when it began.</param>
internal readonly record struct RoundProgress(int Round, int Pages, int Of);
