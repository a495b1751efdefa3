// exact
// Who asked for the next element behind the first yield did not do so behind the second.
public partial class Device2
{
    internal static IEnumerable<int> Iterate11()
    {
        O.Use(0);
        Machine.Vm.Start();
        yield return 1;
        O.Use(0);
        Machine.Vm.Stop();
        yield return 2;
        O.Use(0);
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed51()
    {
        O.At(0);
        O.Use(0);
        O.At(1);
        foreach (int item52 in Device2.Iterate11())
        {
            if (O.Bit(240))
            {
                continue;
            }
            Machine.Cpu.Raw = 1;
        }
        O.At(2);
        List<int[]> banks54 = [];
        banks54.Add(Machine.Cpu.Bank);
    }
}
