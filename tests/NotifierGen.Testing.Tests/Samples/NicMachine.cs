using Devices;
using Devices.VirtioNet;
using NotifierGen.Samples.Tests.Devices;

namespace NotifierGen.Testing.Tests.Samples;

/// <summary>A machine with one device: small enough for the README to show what is found on it.</summary>
internal sealed class NicMachine : IMigratingMachine
{
    private readonly TestBoard _board = new();

    public NicMachine()
    {
        foreach (object other in _board.Devices.Where(static device => device is not VirtioNet).Append<object>(_board.Saboteur))
        {
            _board.Notifiers.Unregister(other);
        }
    }

    public IEnumerable<VirtioNet> Nics => [_board.VirtioNet];

    public MigrationDispatcher Notifiers => _board.Notifiers;

    public IVirtualMachine Vm => _board.Machine;

    /// <summary>Explores it.</summary>
    public static void RunAll(CancellationToken cancellation) => MigrationExplorer.For(static () => new NicMachine())
        .NamingDevices(static device => ((IDevice)device).Name)
        .Invariant("no device left unplugged", static m => !m.Vm.IsRunning || m.Nics.All(static nic => !nic.PrimaryIsHidden))
        .Run(cancellation: cancellation);
}
