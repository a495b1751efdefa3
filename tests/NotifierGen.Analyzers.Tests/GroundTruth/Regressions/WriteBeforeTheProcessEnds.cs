// exact
// What a thread does not catch ends the process; what its finally blocks wrote before that counts.
public partial class Device3
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void OnFailed26()
    {
        O.At(0);
        new Thread(() =>
        {
            try
            {
                Machine.Vm.Stop();
            }
            finally
            {
                Machine.Cpu.Raw = 3;
            }
        }).Start();
    }
}
