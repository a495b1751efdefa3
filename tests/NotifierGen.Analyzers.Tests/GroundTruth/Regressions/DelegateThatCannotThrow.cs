// exact
// A delegate that is there and does nothing throws nothing.
public partial class Device3
{
    private readonly Cpu _cpu = Machine.Cpu;
    private partial void Partial1();
    private partial void Partial1()
    {
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed18()
    {
        O.At(0);
        try
        {
            Action action20 = () =>
            {
            };
            action20();
        }
        catch (Exception) when (O.Bit(56))
        {
            ((IVirtualMachine)Machine.Vm).Start();
        }
        O.At(1);
        _cpu.Raw = 0;
    }
}
