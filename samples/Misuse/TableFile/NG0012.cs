namespace Misuse.TableFile;

public sealed partial class Nic
{
    private bool _isPlugged = true;

    [OnMigrationEvent(Setup)]
    private void Unplug() => _isPlugged = false;

    // Once it ran after the start of the VM; NotifierTable.md still says so.
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    private void PlugBack() => _isPlugged = true;

    [OnMigrationEvent(Done)]
    private void Forget() => Console.WriteLine(_isPlugged);
}

[DispatchTable]
public sealed partial class MachineNotifiers : MigrationDispatcher; // NG0012
