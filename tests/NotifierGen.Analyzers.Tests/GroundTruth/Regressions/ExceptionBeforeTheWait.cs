// full
// An exception between the start of a task and the wait for it leaves the task running.
public partial class Device3
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed13(in MigrationContext context)
    {
        O.At(0);
        Task task17 = Task.Run(() =>
        {
            Machine.Cpu.Raw = 8;
        });
        Task.WaitAll(task17, Task.Run(() =>
        {
        }));
    }
}
