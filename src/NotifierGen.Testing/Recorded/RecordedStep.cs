namespace NotifierGen.Testing;

/// <summary>One step of a recorded sequence: something that was raised, or something else in words. Immutable.</summary>
/// <param name="Text">What happened: a state, VM-STOP, VM-RUN, a step of the host; for what was raised, the event.</param>
public sealed record RecordedStep(string Text)
{
    /// <summary>What was raised; null for all other steps.</summary>
    public MigrationEvent? Event { get; init; }

    /// <summary>The phase of what was raised.</summary>
    public Phase Phase { get; init; }

    /// <summary>The handler that was called; null where the recording does not say.</summary>
    public string? Handler { get; init; }

    /// <summary>The device that it was called on; null where the recording does not say.</summary>
    public string? Device { get; init; }

    /// <summary>Whether the guest ran meanwhile.</summary>
    public bool GuestRuns { get; init; }
}
