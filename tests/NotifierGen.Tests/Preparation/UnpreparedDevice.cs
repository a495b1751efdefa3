namespace NotifierGen.Tests.Preparation;

/// <summary>What a host that was not prepared pays for.</summary>
internal sealed class UnpreparedDevice
{
    public int Calls;

    [OnMigrationEvent(Done, Modes = MigrationMode.BackgroundSnapshot)]
    internal void OnDone() => Calls++;
}
