namespace NotifierGen.Diagnostics;

/// <summary>Names of events and phases for those who listen: enumeration values print themselves anew each time.</summary>
internal static class Names
{
    private static readonly string[] s_events =
    [
        nameof(MigrationEvent.Setup), nameof(MigrationEvent.PostcopyStart), nameof(MigrationEvent.Done), nameof(MigrationEvent.Failed),
        nameof(MigrationEvent.Reclaimed), nameof(MigrationEvent.IncomingSetup), nameof(MigrationEvent.IncomingDone), nameof(MigrationEvent.IncomingFailed),
    ];

    private static readonly string[] s_phases = [nameof(Phase.BeforeVmStart), nameof(Phase.AfterVmStart)];

    public static string Of(MigrationEvent migrationEvent) => s_events[(int)migrationEvent];

    public static string Of(Phase phase) => s_phases[(int)phase];
}
