// exact
// Behind ?? only what stands there runs, if the value on its left cannot be null but for its receiver.
public partial class Device1
{
    private readonly Vm _vm = Machine.Vm;
    private readonly Cpu _cpu = Machine.Cpu;
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed45(in MigrationContext context)
    {
        O.At(0);
        _vm.Start();
        _cpu[8] = 9;
        O.At(1);
        {
            using var scope50 = Machine.Vm.PauseScope();
            O.Use((O.Pick<Helper1>(140, new Helper1(), null)?.Method9(9) ?? new Helper1().Method9(1)));
        }
    }
}
internal sealed partial class Helper1
{
    internal int Method9(int x10)
    {
        Machine.Cpu.Registers.Accumulator = 7;
        return Machine.Vm.Run(7);
    }
}
