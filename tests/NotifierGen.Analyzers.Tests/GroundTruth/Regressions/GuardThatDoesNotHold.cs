// exact
// A value that is 0 and fails its guard does not come to an arm for what is greater.
public partial class Device2
{
    private readonly Vm _vm = Machine.Vm;
    private readonly Cpu _cpu = Machine.Cpu;
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
    public void OnFailed34()
    {
        O.At(0);
        switch (O.Choice(156))
        {
            case 0 when O.Bit(160, _vm.Run(8)):
            {
                break;
            }
            case > 0 when O.Bit(172):
            {
                O.Use(Machine.Cpu.Pc);
                break;
            }
            default:
            {
                break;
            }
        }
        O.At(1);
        _cpu.Pc++;
    }
}
