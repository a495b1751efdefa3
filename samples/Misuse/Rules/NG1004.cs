namespace Misuse.Rules.Resuming;

public sealed class Disk(Machine machine)
{
    // The devices whose turn comes later have not been told yet.
    [OnMigrationEvent(Failed)]
    public void TakeBack() => machine.Start(); // NG1004
}
