namespace NotifierGen.Pages.Records;

/// <summary>Something that happened at one moment.</summary>
/// <param name="At">When.</param>
/// <param name="IsFailure">Whether it is what went wrong.</param>
/// <param name="Text">What happened.</param>
internal sealed record RecordedMark(double At, bool IsFailure, string Text);
