// exact
// What an async method throws stays in its task: the caller goes on in the state in which it was thrown.
public partial class Device1
{
    internal static async void Fire()
    {
        O.Use(1);
        Machine.Vm.Stop();
    }
    internal static async Task<int> Run()
    {
        O.Use(1);
        Machine.Vm.Stop();
        return 1;
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed1()
    {
        O.At(0);
        Fire();
        O.At(1);
        Machine.Cpu.Raw = 1;
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed2()
    {
        O.At(0);
        _ = Run();
        O.At(1);
        Machine.Cpu.Raw = 1;
    }
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed3()
    {
        O.At(0);
        Action function = async () =>
        {
            O.Use(1);
            Machine.Vm.Stop();
        };
        function();
        O.At(1);
        Machine.Cpu.Raw = 1;
    }
}
