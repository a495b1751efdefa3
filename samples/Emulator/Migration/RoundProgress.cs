namespace Emulator.Migration;

/// <summary>How far a round of pre-copy, or postcopy, is.</summary>
/// <param name="Part">Which it is.</param>
/// <param name="Pages">How many pages were sent.</param>
/// <param name="Of">How many were dirty when it began.</param>
internal readonly record struct RoundProgress(string Part, int Pages, int Of);
