namespace NotifierGen.Tests.Machine;

/// <summary>As <see cref="QuietDevice"/>, with a derived class in the same lists.</summary>
internal class QuietBase
{
    [OnMigrationEvent(Setup, Modes = MigrationMode.CprReboot)]
    internal void OnSetup()
    {
    }

    [OnMigrationEvent(Failed, Modes = MigrationMode.CprReboot)]
    internal void OnFailed() => QuietDevice.Calls++;
}
