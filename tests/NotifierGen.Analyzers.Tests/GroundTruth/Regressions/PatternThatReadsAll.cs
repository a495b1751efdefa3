// exact
// Where a pattern matches, all of its members were read.
public partial class Device1
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public static void OnFailed14(in MigrationContext context)
    {
        O.At(0);
        if ((O.Pick<Helper7>(16, new Helper7(), null) is { Property8: 0 }))
        {
            Machine.Cpu.Pc = 4;
            IEnumerable<int> query17 = O.Some(20).Select((Func<int, int>)(item16 =>
            {
                return ((Func<int>)(() =>
                {
                    Machine.Cpu.Pc = 1;
                    return 0;
                }))();
            }));
            {
                Machine.Vm.Start();
            }
            O.Use(query17.Count());
        }
    }
}
internal sealed partial class Helper7
{
    internal int Property8
    {
        get
        {
            Machine.Vm.Stop();
            return (1 & 0) + O.Choice(8);
        }
        set
        {
        }
    }
}
