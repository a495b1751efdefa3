using Devices;
using Devices.Spice;
using Devices.Vfio;
using Devices.VirtioNet;
using NotifierGen.Samples.Tests.Devices;

namespace NotifierGen.Testing.Tests.Samples;

/// <summary>The board with every sample device. For a path of the destination there is a source too, which the guest comes from.</summary>
internal sealed class SampleMachine : IMigratingMachine
{
    private readonly MigrationPath _path;
    private readonly TestBoard? _source;
    private readonly MigrationSession? _departure;
    private readonly Dictionary<string, byte[]> _states = [];
    private readonly bool _handsOver;

    public SampleMachine(MigrationPath path)
    {
        _path = path;
        _handsOver = path.Mode is MigrationMode.CprTransfer or MigrationMode.CprExec;
        if (!path.IsIncoming)
        {
            Board = new TestBoard();
            return;
        }

        _source = new TestBoard();
        Prepare(_source);
        _source.Machine.Start();
        _source.Tick();
        _departure = _source.Notifiers.Begin(_source.Machine, path.Mode);
        _departure.StopVm();
        _states = _source.Save(path.Mode);
        _departure.Complete();
        Board = _source.Successor(path.Mode);
    }

    public TestBoard Board { get; }

    public MigrationDispatcher Notifiers => Board.Notifiers;

    public IVirtualMachine Vm => Board.Machine;

    /// <summary>Everything that is asked of the sample devices.</summary>
    public static void RunAll(CancellationToken cancellation)
    {
        Explore().Run(cancellation: cancellation);
        ExploreAwake().Run(cancellation: cancellation);
    }

    /// <summary>A guest that is awake while the host is to reboot: its passed-through devices refuse.</summary>
    public static MigrationExploration<SampleMachine> ExploreAwake() => Explore()
        .Taking(static path => path is { Mode: MigrationMode.CprReboot, IsIncoming: false })
        .Prepare(static (machine, _) => machine.Board.Machine.GuestPower = GuestPower.On)
        .Invariant("no guest that is awake is rebooted under", static (_, moment) => !moment.IsMigrating);

    public static MigrationExploration<SampleMachine> Explore() => MigrationExplorer.For(static path => new SampleMachine(path))
        .NamingDevices(static device => (device as IDevice)?.Name ?? "saboteur")
        .Prepare(static (machine, _) => machine.Prepare(machine.Board))
        .During(HostCall.Iterate, static machine => machine.Board.Tick(10))
        .During(HostCall.Save, static machine => machine.Board.Save(machine._path.Mode))
        .During(HostCall.IncomingLoad, static (machine, moment) => machine.Load(moment))
        .AfterEachStep(static (machine, _) => machine.Board.Tick())
        .DeviceInvariants<IDevice>("the device is in order", static (device, moment) => DependsOn(device, moment.Disturbed) ? [] : device.Violations(moment.IsMigrating || HasNotCome(moment)))
        .Invariant("a guest that goes on here has its primary", static (machine, moment) => moment.IsMigrating || !GoesOnHere(moment) || machine.Board.VirtioNet.Primary == PrimaryState.Plugged)
        .Invariant("no primary is plugged for a guest that may be elsewhere", static (machine, moment) => !MayBeElsewhere(moment) || machine.Board.VirtioNet.Primary != PrimaryState.Plugged)
        .Invariant("no viewer is sent away while the guest runs here", static (machine, moment) => !moment.GuestRuns || machine.Board.Spice.ClientsIn(SpiceClientState.Moved) == 0)
        .Invariant("KVM-VFIO is open in the process that has the guest", static (machine, moment) => machine.HasKvmVfio(moment));

    // What the old process left for the new one is there before a session is, and also after one that was refused before its device was asked.
    private static bool HasNotCome(MigrationMoment moment) => moment.Path.IsIncoming && (moment.Step is null || moment.Path.IsRefused);

    private static bool GoesOnHere(MigrationMoment moment) => moment.GuestIsHere && !IsKeptStopped(moment);

    // Only in the normal mode has the guest let go of its primary; what comes to a destination was not here before.
    private static bool MayBeElsewhere(MigrationMoment moment) =>
        moment.Path is { Mode: MigrationMode.Normal, IsIncoming: false } && (!moment.GuestIsHere || IsKeptStopped(moment));

    private static bool IsKeptStopped(MigrationMoment moment) => moment.Step is { Call: HostCall.Fail, Policy: RestartPolicy.Never } && moment.Path.GuestRuns;

    // It is opened once a process: a process that has closed it does not get it back.
    private bool HasKvmVfio(MigrationMoment moment) =>
        Board.Process.IsOpen(Board.KvmVfioDescriptor) != (_handsOver && _path.Steps.Any(step => step.Call == HostCall.Complete) && moment.Step?.Call is HostCall.Complete or HostCall.Reclaim);

    // Devices with peer-to-peer DMA wait for each other.
    private static bool DependsOn(IDevice device, object? disturbed) => device is VfioDevice && disturbed is VfioDevice;

    private void Prepare(TestBoard board)
    {
        board.Machine.GuestPower = _path.Mode == MigrationMode.CprReboot ? GuestPower.Suspended : GuestPower.On;
        board.Spice.SetTarget(new SpiceTarget("elsewhere", 5900));
    }

    private void Load(MigrationMoment moment)
    {
        if (_source!.Memory != Board.Memory)
        {
            _source.Memory.CopyTo(Board.Memory);
        }

        // A device that was not there to be made ready takes no state.
        foreach (IMigratableState device in Board.Devices.OfType<IMigratableState>().Where(device => device != moment.Disturbed))
        {
            device.Load(_path.Mode, device.StateVersion, _states[((IDevice)device).Name]);
        }
    }
}
