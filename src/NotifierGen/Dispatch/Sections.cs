using NotifierGen.CompilerServices;

namespace NotifierGen.Dispatch;

/// <summary>How events and phases, sections, and the two sides of a migration relate.</summary>
internal static class Sections
{
    // For each event, its section; the one for AfterVmStart follows where there are phases.
    private static ReadOnlySpan<byte> First =>
    [
        (byte)DispatchSection.Setup,
        (byte)DispatchSection.PostcopyStart,
        (byte)DispatchSection.Done,
        (byte)DispatchSection.FailedBeforeVmStart,
        (byte)DispatchSection.ReclaimedBeforeVmStart,
        (byte)DispatchSection.IncomingSetup,
        (byte)DispatchSection.IncomingDoneBeforeVmStart,
        (byte)DispatchSection.IncomingFailed,
    ];

    /// <summary>The section of an event and a phase. Where there are no phases, the phase does not matter.</summary>
    public static DispatchSection Of(MigrationEvent migrationEvent, Phase phase)
    {
        if ((int)migrationEvent >= First.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(migrationEvent), migrationEvent, "Not a migration event.");
        }

        int section = First[(int)migrationEvent];
        return (DispatchSection)(phase != Phase.BeforeVmStart && HasPhases(migrationEvent) ? section + 1 : section);
    }

    public static bool HasPhases(MigrationEvent migrationEvent) =>
        migrationEvent is MigrationEvent.Failed or MigrationEvent.Reclaimed or MigrationEvent.IncomingDone;

    public static bool IsSetup(DispatchSection section) => section is DispatchSection.Setup or DispatchSection.IncomingSetup;

    /// <summary>Whether instances run in reverse: what was set up last is undone first.</summary>
    public static bool IsMirrored(DispatchSection section) =>
        section is DispatchSection.FailedBeforeVmStart or DispatchSection.FailedAfterVmStart or DispatchSection.IncomingFailed;

    public static bool IsIncoming(DispatchSection section) => section >= DispatchSection.IncomingSetup;
}
