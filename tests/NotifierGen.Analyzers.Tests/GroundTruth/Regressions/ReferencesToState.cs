// exact
// Taking a reference to vCPU state is no touch, using it is.
public partial class Device1
{
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public void OnFailed1()
    {
        O.At(0);
        ref int alias = ref Machine.Cpu.Cell;
    }
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public void OnFailed2()
    {
        O.At(0);
        ref int alias = ref Machine.Cpu.Cell;
        O.At(1);
        alias++;
    }
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public void OnFailed3()
    {
        O.At(0);
        Ref1() = Machine.Vm.Halt(1);
        O.At(1);
        Machine.Vm.Start();
        O.At(2);
        Ref1() = 3;
    }
    internal static ref int Ref1()
    {
        return ref Machine.Cpu.Cell;
    }
}
