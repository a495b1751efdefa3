// exact
// The touch is behind three exceptions of the right types; the monitor did not find them.
public partial class Device2
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public static void OnFailed89(in MigrationContext context)
    {
        O.At(0);
        O.Use(0);
        O.At(1);
        O.Set(out Machine.Cpu.Raw);
        O.At(2);
        try
        {
            O.Use(0);
            Machine.Vm.Start();
        }
        catch
        {
            try
            {
                O.Use(0);
            }
            catch (ProbeException)
            {
                O.Use(0);
            }
            catch (Exception)
            {
                try
                {
                    O.Use(0);
                }
                catch (OtherProbeException)
                {
                    Machine.Cpu[8] = 3;
                }
            }
        }
    }
}
