// full
// What is called in the argument of a condition runs also if both branches are empty.
public partial class Device3
{
    internal int Method50(int x51)
    {
        new Helper27().Property46++;
        return 1;
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed82()
    {
        O.At(0);
        int value89 = (O.Bit(276, this.Method50(6)) ? 6 : 4);
        O.At(1);
        _ = Machine.Cpu.Pc + Machine.Vm.Run(1);
        O.At(2);
        Machine.Cpu.Touch(1);
    }
}
internal sealed partial class Helper27
{
    internal int Property46
    {
        get
        {
            return (1 & 0) + O.Choice(168);
        }
        set
        {
            Machine.Vm.Start();
        }
    }
}
