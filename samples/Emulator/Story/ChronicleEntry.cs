namespace Emulator.Story;

/// <summary>Something that happened.</summary>
/// <param name="At">When, since the command began.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Stage">The notification under way.</param>
/// <param name="Who">Who did it; may be empty.</param>
/// <param name="What">What was done.</param>
internal sealed record ChronicleEntry(TimeSpan At, EntryKind Kind, string Stage, string Who, string What)
{
    /// <summary>What the devices are told, of a notification.</summary>
    public MigrationContext? Context { get; init; }
}
