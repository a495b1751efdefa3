namespace NotifierGen.Tests.Machine;

/// <summary>Counts and does nothing else: for measuring what dispatch itself allocates.</summary>
internal sealed class QuietDevice
{
    [field: ThreadStatic]
    public static int Calls { get; set; }

    [OnMigrationEvent(Setup, Modes = MigrationMode.CprReboot)]
    internal SetupResult OnSetup() => SetupResult.Accept;

    [OnMigrationEvent(Failed, Modes = MigrationMode.CprReboot)]
    internal void OnFailed() => Calls++;
}
