namespace Emulator.Migration;

/// <summary>How a migration ended.</summary>
/// <param name="Kind">Whether and why it failed; <see langword="null"/>: it did not.</param>
/// <param name="Message">What happened, in one line.</param>
/// <param name="GuestIsHere">Whether the guest runs on at the source.</param>
internal sealed record MigrationOutcome(MigrationFailureKind? Kind, string Message, bool GuestIsHere)
{
    /// <summary>Whether postcopy broke: the guest is lost, unless the last page had arrived and only the destination's word for it was lost.</summary>
    public bool GuestMayBeLost { get; init; }

    /// <summary>What postcopy sent; <see langword="null"/>: there was none.</summary>
    public string? Postcopy { get; init; }

    /// <summary>How long the handlers of the last step took: those that the guest waits for.</summary>
    public IReadOnlyList<HandlerTiming> Timings { get; init; } = [];
}
