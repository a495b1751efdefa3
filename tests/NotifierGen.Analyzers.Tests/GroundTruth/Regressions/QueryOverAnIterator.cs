// exact
// A query hands an element on before it asks its source for the next one: what the iterator does at its end comes behind the loop's body.
public partial class Device3
{
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public void OnFailed29(in MigrationContext context)
    {
        O.At(0);
        foreach (int item in Items26().Where((Func<int, bool>)(x => O.Bit(3))))
        {
            int value35 = Machine.Cpu.Pc;
        }
    }
    internal static IEnumerable<int> Items26()
    {
        Machine.Vm.Stop();
        yield return 1;
        Machine.Vm.Start();
    }
}
