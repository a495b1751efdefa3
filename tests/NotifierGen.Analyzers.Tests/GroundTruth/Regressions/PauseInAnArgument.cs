// exact
// A call behind ?. may not happen, and its arguments neither: a pause among them is not the receiver's.
public partial class Device3
{
    internal int Method35(int x36)
    {
        return 2;
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public static void OnFailed96(in MigrationContext context)
    {
        O.At(0);
        O.Use((O.Pick<Device3>(320, new Device3(), null)?.Method35(Machine.Vm.Halt(Machine.Cpu[1])) ?? 1));
        O.At(1);
        Value69 counter103 = new();
        counter103++;
    }
}
internal sealed partial class Value69
{
    public static Value69 operator ++(Value69 operand)
    {
        _ = O.Some(196).Select((Func<int, int>)(item78 =>
        {
            return Machine.Cpu.Touch(1);
        })).ToList();
        return operand;
    }
}
