namespace Misuse.Rules.Allocations;

public sealed class Nic
{
    public string State { get; private set; } = "";

    // A collection of this garbage may come between the failure and the start of the VM.
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void PlugBack(in MigrationContext context) => State = $"plugged back in session {context.SessionId}"; // NG2001
}
