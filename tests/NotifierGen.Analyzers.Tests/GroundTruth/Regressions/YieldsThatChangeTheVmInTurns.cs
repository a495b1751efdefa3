// exact
// What the consumer finds at one yield decides only what follows that yield: behind the last one the VM stands still.
public partial class Device2
{
    internal static IEnumerable<int> Iterate8()
    {
        yield return Machine.Vm.Run(7);
        yield return ((IDefault1)new Impl2()).Default3();
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed18(in MigrationContext context)
    {
        O.At(0);
        foreach (int item19 in Device2.Iterate8())
        {
        }
        O.At(1);
        using (new Handle5())
        {
        }
    }
}
internal partial interface IDefault1
{
    int Default3()
    {
        Machine.Cpu[1] = Machine.Vm.Halt(Machine.Cpu[2]);
        return 1;
    }
}
internal sealed partial class Impl2 : IDefault1
{
}
internal sealed partial class Handle5 : IDisposable
{
    public void Dispose()
    {
        Machine.Cpu.Raw = 6;
    }
}
