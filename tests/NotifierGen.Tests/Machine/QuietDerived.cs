namespace NotifierGen.Tests.Machine;

/// <summary>In two lists, so that it is paired one by one.</summary>
internal sealed class QuietDerived : QuietBase
{
    [OnMigrationEvent(Done, Modes = MigrationMode.CprReboot)]
    internal void OnDone()
    {
    }
}
