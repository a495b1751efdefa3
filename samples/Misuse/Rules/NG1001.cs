namespace Misuse.Rules.Resumed;

public sealed class Watchdog(Machine machine, Cpu cpu)
{
    // The session has started the VM: the vCPU writes its registers at the same moment.
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public void Rewind() => ToStart(); // NG1001

    [OnMigrationEvent(Reclaimed, Phase.AfterVmStart)]
    public void Wake()
    {
        machine.Stop();
        cpu.Pc = 0;
        machine.Start();
        cpu.Halted = false; // NG1001
    }

    private void ToStart() => cpu.Pc = 0;
}
