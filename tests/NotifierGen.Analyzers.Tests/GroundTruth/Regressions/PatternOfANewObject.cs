// exact
// A new object is never null, so the members that a pattern names are read.
public partial class Device2
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public static void OnFailed11()
    {
        O.At(0);
        (Machine.Cpu.Pc, Machine.Cpu[7]) = (6, 0);
        O.At(1);
        if (((new Helper3() is not { Property4: 0 or 2 }) ? O.Bit(1) : O.Bit(68)))
        {
            return;
        }
        O.At(2);
        (new Helper3().Property4, int local12) = (6, 6);
    }
}
internal sealed partial class Helper3
{
    internal int Property4
    {
        get
        {
            Machine.Vm.Stop();
            return (1 & 0) + O.Choice(48);
        }
        set
        {
            var (part9, _) = new Pair1();
        }
    }
}
internal sealed partial class Pair1
{
    internal void Deconstruct(out int first, out int second)
    {
        Machine.Cpu.Pc = 0;
        first = 1;
        second = 2;
    }
}
