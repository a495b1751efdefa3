namespace Misuse.Rules.Undone;

public sealed class Nic
{
    public bool IsPlugged { get; private set; } = true;

    // If the migration fails, the guest has lost its network.
    [OnMigrationEvent(Setup)]
    public void Unplug() => IsPlugged = false; // NG1006
}
