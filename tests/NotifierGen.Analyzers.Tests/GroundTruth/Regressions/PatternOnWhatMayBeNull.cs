// exact
// A property pattern on what may be null does not call the getter then: behind the test the VM may be as it was.
public partial class Device2
{
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public static void OnFailed52()
    {
        O.At(0);
        if (O.Pick<Helper43>(212, new Helper43(), null) is { Property44: 0 })
        {
            return;
        }
        O.At(1);
        Machine.Cpu.Pc = 9;
    }
}
internal sealed partial class Helper43
{
    internal int Property44
    {
        get
        {
            O.Use(Machine.Vm.Halt(7));
            return O.Choice(172);
        }
    }
}
