namespace NotifierGen.Tests.Preparation;

/// <summary>Has a handler that derived classes override.</summary>
internal abstract class AbstractDevice
{
    [OnMigrationEvent(Failed, Modes = MigrationMode.BackgroundSnapshot)]
    internal abstract void OnAbstractFailed();

    [OnMigrationEvent(Failed, Modes = MigrationMode.BackgroundSnapshot)]
    internal virtual void OnVirtualFailed() => PlainDevice.Calls++;
}
