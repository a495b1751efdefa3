// exact
// A task that a task starts may run at once, too.
public partial class Device3
{
    internal static Action Make6()
    {
        return () =>
        {
            Machine.Vm.Start();
        };
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed40(in MigrationContext context)
    {
        O.At(0);
        Task.Run(() =>
        {
            Task.Run(Device3.Make6());
        });
        O.At(1);
        Machine.Cpu.Pc = 0;
    }
}
