namespace NotifierGen.Tests.Machine;

/// <summary>Hands every context it gets to the test, and writes no log.</summary>
internal sealed class ContextDevice(Action<MigrationContext> seen)
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(Done, Modes = MigrationMode.All)]
    [OnMigrationEvent(PostcopyStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(Reclaimed, Phase.BeforeVmStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(Reclaimed, Phase.AfterVmStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(IncomingDone, Phase.BeforeVmStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(IncomingDone, Phase.AfterVmStart, Modes = MigrationMode.All)]
    [OnMigrationEvent(IncomingFailed, Modes = MigrationMode.All)]
    internal void On(in MigrationContext context) => seen(context);
}
