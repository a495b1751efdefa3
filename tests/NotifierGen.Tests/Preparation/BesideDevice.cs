namespace NotifierGen.Tests.Preparation;

/// <summary>Is registered behind a device that is broken.</summary>
internal sealed class BesideDevice
{
    public int Calls;

    [OnMigrationEvent(Failed, Modes = MigrationMode.BackgroundSnapshot)]
    internal void OnBesideFailed() => Calls++;
}
