namespace NotifierGen.Pages.Records;

/// <summary>One call of a handler on one device.</summary>
/// <param name="Class">The device class's full name.</param>
/// <param name="Handler">The handler's name.</param>
/// <param name="Event">The event.</param>
/// <param name="Phase">The phase.</param>
/// <param name="At">When it began.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record RecordedHandler(string Class, string Handler, MigrationEvent Event, Phase Phase, double At, double Duration)
{
    /// <summary>The device's own name; empty: not known.</summary>
    public string Device { get; init; } = "";

    /// <summary>What it may add to the downtime, in microseconds; 0: no budget.</summary>
    public double Budget { get; init; }

    /// <summary>What it threw, or why it refused; empty: neither.</summary>
    public string Fault { get; init; } = "";

    public bool IsOverBudget => Budget > 0 && Duration > Budget;

    public double End => At + Duration;
}
