// full
// A thread runs anywhere between its start and the Join.
public partial class Device3
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed4()
    {
        O.At(0);
        Thread thread = new Thread(() =>
        {
            Machine.Vm.Start();
        });
        thread.Start();
        Machine.Cpu.Pc++;
        thread.Join();
    }
}
