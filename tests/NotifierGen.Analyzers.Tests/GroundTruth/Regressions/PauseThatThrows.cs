// exact
// A call that pauses may throw before it has done its work.
public partial class Device1
{
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public static void OnFailed1()
    {
        O.At(0);
        try
        {
            Machine.Vm.Stop();
        }
        finally
        {
            int value = Machine.Cpu.Pc;
        }
    }
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public static void OnFailed2()
    {
        O.At(0);
        try
        {
            Machine.Vm.Stop();
        }
        catch
        {
        }
        Machine.Cpu.Pc = 1;
    }
    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
    public static void OnFailed3()
    {
        O.At(0);
        try
        {
            using (Machine.Vm.PauseScope())
            {
            }
        }
        catch
        {
            Machine.Cpu.Pc = 1;
        }
    }
}
