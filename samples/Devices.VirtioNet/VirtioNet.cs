using System.Buffers;

namespace Devices.VirtioNet;

/// <summary>
/// A virtio NIC that stands in for a faster, passed-through one: the primary. That cannot migrate, so the guest is asked to let go of it first, and
/// gets it back when it stays, or another one where it goes.
/// </summary>
public sealed partial class VirtioNet : IDevice, IMigratableState, ITicking, IHotpluggable, IHaltsWithVm, INetworkAnnouncer
{
    private readonly Lock _gate = new();
    private readonly IMachine _machine;
    private readonly IHotplugPort _port;
    private readonly INetworkPort _network;
    private readonly MacAddress _mac;
    private readonly uint _ipv4;
    private PrimaryState _primary;
    private bool _hidden;
    private bool _stateRegistered = true;
    private bool _guestLeft;
    private bool _wasPaused;
    private long _sentByPrimary;
    private long _sentByStandby;

    /// <summary>Creates the NIC with its primary plugged.</summary>
    /// <param name="name">Its name on the board.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="port">Where the primary is plugged.</param>
    /// <param name="network">The network, for announcements.</param>
    /// <param name="mac">The Ethernet address of both NICs.</param>
    /// <param name="ipv4">The guest's IPv4 address.</param>
    public VirtioNet(string name, IMachine machine, IHotplugPort port, INetworkPort network, MacAddress mac, uint ipv4)
    {
        Name = name;
        PortName = name + "-primary";
        _machine = machine;
        _port = port;
        _network = network;
        _mac = mac;
        _ipv4 = ipv4;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string PortName { get; }

    /// <inheritdoc/>
    public int StateVersion => 1;

    /// <summary>How far the guest has let go of the primary.</summary>
    public PrimaryState Primary
    {
        get
        {
            lock (_gate)
            {
                return _primary;
            }
        }
    }

    /// <summary>Whether the primary is kept from the guest's sight.</summary>
    public bool PrimaryIsHidden
    {
        get
        {
            lock (_gate)
            {
                return _hidden;
            }
        }
    }

    /// <summary>Whether the primary's state would travel in the stream, which it cannot bear.</summary>
    public bool PrimaryStateIsRegistered
    {
        get
        {
            lock (_gate)
            {
                return _stateRegistered;
            }
        }
    }

    /// <summary>How many frames the guest has sent, by whichever NIC.</summary>
    public long Sent
    {
        get
        {
            lock (_gate)
            {
                return _sentByPrimary + _sentByStandby;
            }
        }
    }

    /// <summary>The guest sends a frame, if it runs: by the primary while it has it.</summary>
    public void Tick()
    {
        lock (_gate)
        {
            if (!_machine.VcpusRunning)
            {
                return;
            }

            if (_primary is PrimaryState.Plugged or PrimaryState.UnplugRequested)
            {
                _sentByPrimary++;
            }
            else
            {
                _sentByStandby++;
            }
        }
    }

    /// <inheritdoc/>
    public void GuestUnbound()
    {
        lock (_gate)
        {
            if (_primary == PrimaryState.UnplugRequested)
            {
                _primary = PrimaryState.PartlyUnplugged;
            }
        }
    }

    /// <inheritdoc/>
    public void GuestReleased()
    {
        lock (_gate)
        {
            if (_primary is PrimaryState.UnplugRequested or PrimaryState.PartlyUnplugged)
            {
                _primary = PrimaryState.Unplugged;
            }
        }
    }

    /// <summary>Nothing of this NIC has to be halted.</summary>
    public void Quiesce()
    {
    }

    /// <summary>Nothing of this NIC has to be halted.</summary>
    public void Halt()
    {
    }

    /// <summary>A host may start the guest that it had given up without a word to the devices: it has its primary all the same.</summary>
    public void Prepare()
    {
        lock (_gate)
        {
            if (!_guestLeft)
            {
                return;
            }
        }

        TakeBack();
    }

    /// <summary>Nothing of this NIC was halted.</summary>
    public void Resume()
    {
    }

    /// <inheritdoc/>
    public void Announce(in MigrationContext context)
    {
        if (context.VmStarted)
        {
            GratuitousArp.Send(_network, _mac, _ipv4);
            _machine.Log.Write(Name, "address announced");
        }
    }

    /// <inheritdoc/>
    public void Save(MigrationMode mode, IBufferWriter<byte> output)
    {
        lock (_gate)
        {
            output.WriteInt64(_sentByPrimary);
            output.WriteInt64(_sentByStandby);
        }
    }

    /// <inheritdoc/>
    public void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state)
    {
        var reader = new StateReader(Name, version, StateVersion, state);
        long byPrimary = reader.ReadInt64();
        long byStandby = reader.ReadInt64();
        reader.End();
        if (byPrimary < 0 || byStandby < 0)
        {
            throw reader.Invalid("a count of frames is negative");
        }

        lock (_gate)
        {
            _sentByPrimary = byPrimary;
            _sentByStandby = byStandby;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Violations(bool migrating)
    {
        lock (_gate)
        {
            List<string> violations = [];
            if (_hidden == _stateRegistered)
            {
                violations.Add($"{Name}: the primary is {(_hidden ? "hidden and its state registered" : "in sight and its state not registered")}");
            }

            if (_hidden == (_primary == PrimaryState.Plugged))
            {
                violations.Add($"{Name}: the primary is {_primary} and {(_hidden ? "hidden" : "in sight")}");
            }

            if (!migrating && _machine.VcpusRunning && _primary != PrimaryState.Plugged)
            {
                violations.Add($"{Name}: the guest runs here and the primary is {_primary}");
            }

            if (!migrating && !_guestLeft && _primary != PrimaryState.Plugged)
            {
                violations.Add($"{Name}: no migration is under way and the primary is {_primary}");
            }

            return violations;
        }
    }
}
