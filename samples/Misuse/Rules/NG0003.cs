namespace Misuse.Rules.Phases;

public sealed class Display
{
    // After Done the guest runs elsewhere: no VM starts here.
    [OnMigrationEvent(Done, Phase.AfterVmStart)] // NG0003
    public void MoveClients() { }
}
