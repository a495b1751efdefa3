using Emulator.Story;

namespace Emulator.Paths;

/// <summary>What a chronicle tells of notifications and of the VM, in the letters in which paths are written down.</summary>
internal static class ObservedSequence
{
    public const string Stop = "stop";
    public const string Start = "run";

    /// <summary>The letters, for people.</summary>
    public const string Legend =
        "S Setup, P PostcopyStart, D Done, F and f Failed before and after the VM starts, R and r Reclaimed likewise; (n): while the guest runs";

    /// <summary>The sequence; empty if nothing happened.</summary>
    public static string Of(IEnumerable<ChronicleEntry> entries) => string.Join(' ', entries.Select(Moment).OfType<string>());

    private static string? Moment(ChronicleEntry entry) => entry.Kind switch
    {
        EntryKind.VmStopped => Stop,
        EntryKind.VmStarts => Start,
        EntryKind.Notification => Letter(entry.Context!.Value),
        _ => null,
    };

    /// <summary>A notification.</summary>
    public static string Letter(in MigrationContext context)
    {
        string whileItRuns = context.VcpusStopped ? "" : "(n)";
        return (context.Event, context.Phase) switch
        {
            (Setup, _) => "S",
            (PostcopyStart, _) => "P",
            (Done, _) => "D" + whileItRuns,
            (Failed, Phase.BeforeVmStart) => "F" + whileItRuns,
            (Failed, _) => "f",
            (Reclaimed, Phase.BeforeVmStart) => "R",
            (Reclaimed, _) => "r",
            _ => context.Event.ToString(),
        };
    }
}
