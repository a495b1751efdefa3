namespace Misuse.Rules.Duplicates;

public abstract class Device
{
    [OnMigrationEvent(Failed)]
    public abstract void OnFailed();
}

public sealed class Nic : Device
{
    // The row of Device.OnFailed calls this already.
    [OnMigrationEvent(Failed)] // NG0005
    public override void OnFailed() { }
}
