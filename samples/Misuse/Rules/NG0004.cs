namespace Misuse.Rules.Order;

public sealed class Disk
{
    [OnMigrationEvent(Failed, After = new[] { typeof(Nic) })]
    public void OnFailed() { }
}

public sealed class Nic
{
    // Each waits for the other.
    [OnMigrationEvent(Failed, After = new[] { typeof(Disk) })] // NG0004
    public void OnFailed() { }
}
