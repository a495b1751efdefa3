namespace NotifierGen.Pages.Records;

/// <summary>A time in which the guest ran on the destination and not all of its memory was there.</summary>
/// <param name="At">When the destination ran it.</param>
/// <param name="Duration">Until the destination had everything; until it broke if that never came.</param>
/// <param name="Pages">How many pages were sent in it.</param>
/// <param name="MissingPages">How many there were to send.</param>
/// <param name="RequestedPages">How many of those that were sent were sent because the guest waited for them.</param>
/// <param name="Whole">Whether the destination has said that it has everything.</param>
internal sealed record RecordedPostcopy(double At, double Duration, long Pages, long MissingPages, long RequestedPages, bool Whole)
{
    public double End => At + Duration;
}
