// full
// What an async method does behind its await may come after what the caller does in between.
public partial class Device2
{
    internal static async Task RunAsync7()
    {
        await O.Pending(40);
        Machine.Vm.Start();
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public static void OnFailed29(in MigrationContext context)
    {
        O.At(0);
        Task task32 = RunAsync7();
        Machine.Vm.Stop();
        task32.Wait();
        O.At(1);
        Machine.Cpu.Pc = 1;
    }
}
