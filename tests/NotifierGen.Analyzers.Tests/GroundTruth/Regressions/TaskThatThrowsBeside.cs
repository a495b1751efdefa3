// full
// A task that ends with an exception leaves the VM as it was then; its starter goes on until it waits for it.
public partial class Device3
{
    private readonly Cpu _cpu = Machine.Cpu;
    internal static async Task RunAsync9()
    {
        O.Use(new Base1().Virtual3(1));
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed36(in MigrationContext context)
    {
        O.At(0);
        Task task37 = Task.Run(() =>
        {
            ((IVirtualMachine)Machine.Vm).Start();
            Machine.Vm.Stop();
        });
        Action action39 = () =>
        {
            _cpu.Touch(6);
        };
        action39();
        task37.Wait();
        O.At(1);
        Device3.RunAsync9().GetAwaiter().GetResult();
        O.At(2);
        action39();
    }
}
internal partial class Base1
{
    internal virtual int Virtual3(int x4)
    {
        Machine.Vm.Start();
        return 1;
    }
}
