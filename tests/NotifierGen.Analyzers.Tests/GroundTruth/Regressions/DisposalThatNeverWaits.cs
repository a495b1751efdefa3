// exact
// An async disposal that awaits nothing is through at once.
public partial class Device2
{
    internal static async Task RunAsync22()
    {
        await using (new Lease9())
        {
        }
        Machine.Cpu[1] = 1;
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed30(in MigrationContext context)
    {
        O.At(0);
        _ = Device2.RunAsync22();
    }
}
internal sealed partial class Lease9
{
    public async Task DisposeAsync()
    {
    }
}
