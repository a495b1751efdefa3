namespace NotifierGen.Testing.Tests.Machines;

/// <summary>A device with every handler: on while a migration is under way, and what a test wants on top of that.</summary>
internal sealed partial class Switch
{
    public bool IsOn { get; private set; }

    /// <summary>Called at the end of each handler.</summary>
    public Action<Switch, MigrationContext>? Acts { get; set; }

    [OnMigrationEvent(Setup, Modes = MigrationMode.All)]
    [OnMigrationEvent(IncomingSetup, Modes = MigrationMode.All)]
    private SetupResult TurnOn(in MigrationContext context)
    {
        IsOn = true;
        Acts?.Invoke(this, context);
        return SetupResult.Accept;
    }

    [OnMigrationEvent(Done, Modes = MigrationMode.All)]
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(IncomingDone, Modes = MigrationMode.All)]
    [OnMigrationEvent(IncomingFailed, Modes = MigrationMode.All)]
    private void TurnOff(in MigrationContext context)
    {
        IsOn = false;
        Acts?.Invoke(this, context);
    }

    [OnMigrationEvent(PostcopyStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(Reclaimed, Modes = MigrationMode.All)]
    [OnMigrationEvent(Reclaimed, Phase.AfterVmStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(IncomingDone, Phase.AfterVmStart, Modes = MigrationMode.All)]
    private void Note(in MigrationContext context) => Acts?.Invoke(this, context);
}
