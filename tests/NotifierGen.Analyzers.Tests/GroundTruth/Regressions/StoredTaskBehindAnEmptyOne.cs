// full
// What follows an await goes on behind whatever the caller did before it waited.
public partial class Device1
{
    private readonly Vm _vm = Machine.Vm;
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed16()
    {
        O.At(0);
        Task task24 = Tools.RunAsync1();
        _vm.Start();
        task24.Wait();
    }
}
internal static partial class Tools
{
    internal static async Task RunAsync1()
    {
        await Task.Run(() =>
        {
        });
        Machine.Cpu.Registers.Accumulator = 1;
    }
}
