// full
// What an async lambda throws is in the task that runs it, and is thrown where that is waited for.
public partial class Device1
{
    private readonly Vm _vm = Machine.Vm;
    private readonly Cpu _cpu = Machine.Cpu;
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed27(in MigrationContext context)
    {
        O.At(0);
        int value30 = _cpu.Pc;
        O.At(1);
        Task.Run(async () =>
        {
            _vm.Stop();
        }).Wait();
        O.At(2);
        _cpu.Pc = 5;
    }
}
