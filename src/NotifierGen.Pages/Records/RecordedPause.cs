namespace NotifierGen.Pages.Records;

/// <summary>A time in which the VM stood still.</summary>
/// <param name="At">When it was stopped.</param>
/// <param name="Duration">Until it was started, or handed over; to the record's end if neither happened.</param>
/// <param name="End">What ended it.</param>
internal sealed record RecordedPause(double At, double Duration, PauseEnd End);
