// exact
// Behind a scope that was taken on one branch only the state is the one before it.
public partial class Device2
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed50(in MigrationContext context)
    {
        O.At(0);
        {
            IDisposable? scope = null;
            if (O.Bit(196))
            {
                scope = Machine.Vm.PauseScope();
            }
            try
            {
            }
            finally
            {
                scope?.Dispose();
            }
        }
        O.At(1);
        Machine.Cpu.Registers.Accumulator = 8;
    }
}
