// exact
// An object creation behind a conversion has one implementation.
public partial class Device1
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed1()
    {
        O.At(0);
        _ = new Port3();
        ((IPort)new Port2()).Send(1);
        O.At(1);
        Machine.Cpu.Pc = 1;
    }
}
internal partial interface IPort
{
    int Send(int x);
}
internal sealed partial class Port2 : IPort
{
    public int Send(int x)
    {
        Machine.Vm.Stop();
        return 1;
    }
}
internal partial class Port3 : IPort
{
    public int Send(int x)
    {
        Machine.Vm.Start();
        return 8;
    }
}
