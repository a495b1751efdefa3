using NotifierGen.CompilerServices;

namespace NotifierGen.Dispatch;

/// <summary>How events and phases, sections, and the two sides of a migration relate.</summary>
internal static class Sections
{
    public static DispatchSection Of(MigrationEvent migrationEvent, Phase phase) => (migrationEvent, phase) switch
    {
        (MigrationEvent.Setup, _) => DispatchSection.Setup,
        (MigrationEvent.PostcopyStart, _) => DispatchSection.PostcopyStart,
        (MigrationEvent.Done, _) => DispatchSection.Done,
        (MigrationEvent.Failed, Phase.BeforeVmStart) => DispatchSection.FailedBeforeVmStart,
        (MigrationEvent.Failed, _) => DispatchSection.FailedAfterVmStart,
        (MigrationEvent.Reclaimed, Phase.BeforeVmStart) => DispatchSection.ReclaimedBeforeVmStart,
        (MigrationEvent.Reclaimed, _) => DispatchSection.ReclaimedAfterVmStart,
        (MigrationEvent.IncomingSetup, _) => DispatchSection.IncomingSetup,
        (MigrationEvent.IncomingDone, Phase.BeforeVmStart) => DispatchSection.IncomingDoneBeforeVmStart,
        (MigrationEvent.IncomingDone, _) => DispatchSection.IncomingDoneAfterVmStart,
        (MigrationEvent.IncomingFailed, _) => DispatchSection.IncomingFailed,
        _ => throw new ArgumentOutOfRangeException(nameof(migrationEvent), migrationEvent, "Not a migration event."),
    };

    public static bool HasPhases(MigrationEvent migrationEvent) =>
        migrationEvent is MigrationEvent.Failed or MigrationEvent.Reclaimed or MigrationEvent.IncomingDone;

    public static bool IsSetup(DispatchSection section) => section is DispatchSection.Setup or DispatchSection.IncomingSetup;

    /// <summary>Whether instances run in reverse: what was set up last is undone first.</summary>
    public static bool IsMirrored(DispatchSection section) =>
        section is DispatchSection.FailedBeforeVmStart or DispatchSection.FailedAfterVmStart or DispatchSection.IncomingFailed;

    public static bool IsIncoming(DispatchSection section) => section >= DispatchSection.IncomingSetup;
}
