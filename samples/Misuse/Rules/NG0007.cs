namespace Misuse.Rules.Targets;

public sealed class Disk
{
    [OnMigrationEvent(Setup)]
    public void OnSetup() { }
}

public sealed class Nic
{
    // Disk does nothing when a migration fails, so there is nothing to come after.
    [OnMigrationEvent(Failed, After = new[] { typeof(Disk) })] // NG0007
    public void OnFailed() { }
}
