namespace NotifierGen.Tests.Machine;

/// <summary>Two of these are equal, and yet two devices.</summary>
internal sealed record EqualDevice
{
    [OnMigrationEvent(Done, Modes = MigrationMode.CprReboot)]
    internal void OnDone()
    {
    }
}
