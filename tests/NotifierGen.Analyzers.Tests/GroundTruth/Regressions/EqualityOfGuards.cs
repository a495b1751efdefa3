// full
// A guard that equals an and of guards says nothing: both may be false.
public partial class Device1
{
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public void OnFailed1(in MigrationContext context)
    {
        O.At(0);
        if (Machine.Vm.IsPaused == (context.VcpusStopped && O.Bit(1)))
        {
            Machine.Cpu.Touch(2);
        }
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed2(in MigrationContext context)
    {
        O.At(0);
        if (Machine.Vm.IsPaused == (Machine.Vm.IsPaused && O.Bit(148)))
        {
            Machine.Cpu.Raw = 5;
        }
    }
}
