// exact
// Code behind the await of a loop's first turn runs later; the caller does not.
public partial class Device3
{
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public void OnFailed29(in MigrationContext context)
    {
        O.At(0);
        _ = RunAsync26();
        int value35 = Machine.Cpu.Pc;
    }
    internal static async Task<int> RunAsync26()
    {
        while (O.Fuel(60))
        {
            await O.Pending(64);
        }
        return 5;
    }
}
