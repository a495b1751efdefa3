// exact
// A foreach that ends normally disposes of the enumerator.
public partial class Device3
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed47(in MigrationContext context)
    {
        O.At(0);
        foreach (int item48 in new Range4())
        {
        }
        O.At(1);
        Machine.Cpu.Pc = 1;
    }
}
internal sealed partial class Range4
{
    public Walker5 GetEnumerator()
    {
        return new Walker5();
    }
}
internal sealed partial class Walker5 : IDisposable
{
    public bool MoveNext()
    {
        Machine.Vm.Stop();
        return O.Fuel(60);
    }
    public int Current
    {
        get
        {
            return 1;
        }
    }
    public void Dispose()
    {
        Machine.Vm.Start();
    }
}
