// full
// A sequence that is kept is enumerated by who knows whom: a pausing scope around a yield does not keep that from resuming the VM.
internal static class Store
{
    internal static IEnumerable<int>? Sequence;
}
public partial class Device2
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed50(in MigrationContext context)
    {
        O.At(0);
        Store.Sequence = Helper1.Iterate2();
        O.At(1);
        O.Use(Store.Sequence.Count());
    }
}
internal sealed partial class Helper1
{
    internal static IEnumerable<int> Iterate2()
    {
        using (Machine.Vm.PauseScope())
        {
            yield return 1;
            Machine.Cpu.Registers.Accumulator = 4;
        }
    }
}
