// exact
// To call an iterator runs nothing of it, so it throws nothing either.
public partial class Device3
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed20(in MigrationContext context)
    {
        O.At(0);
        try
        {
            _ = Tools.Iterate8();
        }
        catch (Exception)
        {
            IEnumerable<int> items25 = Tools.Iterate8();
            {
            }
            foreach (int item24 in items25)
            {
            }
        }
        finally
        {
            _ = Machine.Cpu.Pc + 1;
        }
    }
}
internal static partial class Tools
{
    internal static IEnumerable<int> Iterate8()
    {
        ((IVirtualMachine)Machine.Vm).Start();
        try
        {
            yield return 5;
        }
        finally
        {
        }
    }
}
