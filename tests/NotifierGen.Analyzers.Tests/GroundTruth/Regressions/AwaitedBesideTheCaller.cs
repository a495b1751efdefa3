// full
// What a dropped async method awaits runs beside the caller.
public partial class Device2
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed5(in MigrationContext context)
    {
        O.At(0);
        FireAsync2();
    }
    internal static async void FireAsync2()
    {
        await Task.Run(() =>
        {
            O.Use(Machine.Cpu.Registers.Accumulator);
        });
    }
}
