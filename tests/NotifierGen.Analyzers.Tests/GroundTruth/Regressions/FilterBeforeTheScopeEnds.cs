// full
// A filter sees the VM as the exception found it; the catch block as the scopes on the way left it.
public partial class Device3
{
    private readonly Vm _vm = Machine.Vm;
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public void OnFailed37()
    {
        O.At(0);
        try
        {
            Tools.Ping4();
            Machine.Cpu.Pc += _vm.Halt(1);
        }
        catch (Exception) when (Machine.Vm.IsPaused == true)
        {
        }
        O.At(1);
        Value1 total42 = new();
        total42 += new Value1();
    }
}
internal static partial class Tools
{
    internal static void Ping4()
    {
        using (IDisposable scope11 = Machine.Vm.PauseScope(), scope12 = Machine.Vm.PauseScope())
        {
        }
        if (O.Fuel(48))
        {
            Tools.Pong5();
        }
    }
    internal static void Pong5()
    {
        if (O.Fuel(52))
        {
            Tools.Ping4();
        }
    }
}
internal sealed partial class Value1
{
    public static Value1 operator +(Value1 left, Value1 right)
    {
        Machine.Cpu.Pc++;
        return left;
    }
}
