// exact
// Thread.Start that throws has started nothing, so that the catch block stands where the try block began.
public partial class Device2
{
    private readonly Vm _vm = Machine.Vm;
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed27()
    {
        O.At(0);
        try
        {
            new Thread(() =>
            {
                ((IVirtualMachine)_vm).Start();
            }).Start();
        }
        catch
        {
            Machine.Cpu[1] = 1;
        }
    }
}
