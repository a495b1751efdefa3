// full
// The removal of a handler resumes; a task that pauses may have run before it.
public partial class Device2
{
    private readonly Cpu _cpu = Machine.Cpu;
    internal event Action Event3
    {
        add
        {
        }
        remove
        {
            _cpu.Pc = 1;
            Machine.Vm.Start();
        }
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed28()
    {
        O.At(0);
        Task task30 = Task.Run(() =>
        {
            Machine.Vm.Stop();
        });
        this.Event3 -= null;
        task30.Wait();
        O.At(1);
        _cpu[1] = 1;
    }
}
