// exact
// A call of an async method does not throw.
public partial class Device3
{
    internal static async void Fire1()
    {
        Machine.Vm.Start();
    }
    internal static async void Fire2()
    {
        await O.Pending(144);
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed1()
    {
        O.At(0);
        try
        {
            Fire1();
        }
        catch
        {
            Machine.Cpu.Raw = 0;
        }
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed2()
    {
        O.At(0);
        try
        {
            Fire2();
        }
        finally
        {
            Machine.Cpu.Pc = 1;
        }
    }
    internal static async Task Run1()
    {
        await O.Pending(20);
    }
    internal static async Task Run2()
    {
        _ = Run1();
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed3()
    {
        O.At(0);
        try
        {
            Run2().Wait();
        }
        catch (Exception)
        {
            Machine.Cpu.Raw = 5;
        }
    }
}
