// exact
// A local function throws what its body throws, and nothing else.
public partial class Device1
{
    internal int Method1(int x2)
    {
        Machine.Cpu.Pc = 0;
        return 3;
    }
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public void OnFailed14()
    {
        O.At(0);
        try
        {
            void Local16()
            {
            }
            Local16();
        }
        catch (OtherProbeException)
        {
            O.Use(this.Method1(1));
        }
        O.At(1);
        Cpu cpu17 = Machine.Cpu;
        O.At(2);
        cpu17.Raw = 8;
    }
}
