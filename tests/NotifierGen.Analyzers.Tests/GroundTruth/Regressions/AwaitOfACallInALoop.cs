// exact
// The second await of a loop suspends what runs later; the caller went on at the first.
public partial class Device3
{
    private readonly Cpu _cpu = Machine.Cpu;
    internal static async Task RunAsync1()
    {
        await O.Pending(4);
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed47(in MigrationContext context)
    {
        O.At(0);
        Helper2.FireAsync6();
        O.At(1);
        int value48 = _cpu.Pc;
    }
}
internal sealed partial class Helper2
{
    internal static async void FireAsync6()
    {
        foreach (int item7 in O.Some(12))
        {
            await Device3.RunAsync1();
        }
    }
}
