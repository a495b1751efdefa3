// exact
// The ways into a finally block, with an exception and without, do not meet at a label in it.
public partial class Device2
{
    private readonly Vm _vm = Machine.Vm;
    private readonly Cpu _cpu = Machine.Cpu;
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed59(in MigrationContext context)
    {
        O.At(0);
        try
        {
            _ = Helper28.Static29(_vm.Run(1));
        }
        finally
        {
            {
                again60:;
                {
                    _cpu[5] = 9;
                }
                if (O.Fuel(356))
                {
                    goto again60;
                }
            }
        }
        O.At(1);
        Machine.Cpu[5] = 2;
    }
}
internal sealed partial class Helper28
{
    internal static int Static29(int x30)
    {
        _ = new Part18(0);
        return 1;
    }
}
internal sealed partial class Part18
{
    internal Part18(int x)
    {
        Machine.Vm.Stop();
    }
}
