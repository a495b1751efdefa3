namespace NotifierGen.Tests.Preparation;

/// <summary>Declares its handlers itself. No other test touches the devices here: what runs once is compiled.</summary>
internal sealed class PlainDevice
{
    // A field: what a handler calls, such as a setter, is compiled when it is called first.
    public static int Calls;

    [OnMigrationEvent(Setup, Modes = MigrationMode.BackgroundSnapshot)]
    internal SetupResult OnSetup()
    {
        Calls++;
        return SetupResult.Accept;
    }

    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.BackgroundSnapshot)]
    internal void OnFailed(in MigrationContext context) => Calls += context.VmWillStart ? 1 : 100;

    [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.BackgroundSnapshot)]
    internal void OnFailedAfter() => Calls++;

    [OnMigrationEvent(IncomingFailed, Modes = MigrationMode.BackgroundSnapshot)]
    internal void OnIncomingFailed() => Calls++;
}
