namespace NotifierGen.Pages.Records;

/// <summary>A round of pre-copy.</summary>
/// <param name="Number">Its number; the first is 1.</param>
/// <param name="At">When it began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Pages">How many pages were sent.</param>
/// <param name="Bytes">How many bytes that were.</param>
/// <param name="DirtyPages">How many pages the guest had dirtied when it ended.</param>
internal sealed record RecordedRound(int Number, double At, double Duration, long Pages, long Bytes, long DirtyPages);
