namespace NotifierGen.Tests.Preparation;

/// <summary>Is registered when everything else is prepared already.</summary>
internal sealed class LateDevice
{
    public int Calls;

    [OnMigrationEvent(Failed, Modes = MigrationMode.BackgroundSnapshot)]
    internal void OnLateFailed() => Calls++;
}
