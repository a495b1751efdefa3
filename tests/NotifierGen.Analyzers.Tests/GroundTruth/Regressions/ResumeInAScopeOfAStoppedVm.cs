// full
// A pausing scope that began while the VM was stopped does not stop it again at its end.
public partial class Device1
{
    private readonly Cpu _cpu = Machine.Cpu;
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed19(in MigrationContext context)
    {
        O.At(0);
        using (Machine.Vm.PauseScope())
        {
            Machine.Vm.Start();
            _cpu[8] = 9;
        }
        O.At(1);
        if ((context.VcpusStopped && O.Bit(124)))
        {
            _cpu.Pc++;
        }
    }
}
