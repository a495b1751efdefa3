// exact
// A call that starts a task throws before it has started it, or not at all.
public partial class Device2
{
    private readonly Cpu _cpu = Machine.Cpu;
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed18(in MigrationContext context)
    {
        O.At(0);
        try
        {
            _ = Task.Run(() =>
            {
                Machine.Vm.Start();
            });
        }
        catch (OtherProbeException)
        {
            _ = _cpu[5];
        }
    }
}
