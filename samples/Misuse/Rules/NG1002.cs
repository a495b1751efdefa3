namespace Misuse.Rules.NeverStopped;

public sealed class Interrupts(Cpu cpu)
{
    // Most migrations fail long before the VM is stopped; the guest runs all the time.
    [OnMigrationEvent(Failed)]
    public void Wake() => cpu.Halted = false; // NG1002
}
