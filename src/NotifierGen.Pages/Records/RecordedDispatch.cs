namespace NotifierGen.Pages.Records;

/// <summary>One event, and where it has phases one phase, that was dispatched.</summary>
/// <param name="Event">The event.</param>
/// <param name="Phase">The phase.</param>
/// <param name="At">When it began.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record RecordedDispatch(MigrationEvent Event, Phase Phase, double At, double Duration)
{
    public double End => At + Duration;
}
