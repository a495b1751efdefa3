using System.Buffers;

namespace Devices.Vdpa;

/// <summary>
/// A NIC whose hardware works on the guest's rings itself. Nobody sees what hardware writes, so while memory is being migrated it works on shadow
/// queues in the host instead, from which every buffer is handed on to the guest's ring by this device.
/// </summary>
public sealed partial class VdpaNet : IDevice, IMigratableState, ITicking, IHaltsWithVm, INetworkAnnouncer
{
    private const int BuffersPerTick = 8;

    private readonly Lock _gate = new();
    private readonly IMachine _machine;
    private readonly INetworkPort _network;
    private readonly MacAddress _mac;
    private readonly uint _ipv4;
    private readonly VdpaRing _ring;
    private readonly bool _shadowConfigured;
    private readonly Queue<ulong> _inShadow;
    private bool _shadow;
    private bool _running;
    private bool _broken;
    private ulong _taken;
    private ulong _used;

    /// <summary>Creates the NIC, stopped, with a ring that was never used.</summary>
    /// <param name="name">Its name on the board.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="network">The network, for announcements.</param>
    /// <param name="mac">Its Ethernet address.</param>
    /// <param name="ipv4">The guest's IPv4 address.</param>
    /// <param name="ring">Its ring.</param>
    /// <param name="shadowQueues">Whether it works with shadow queues always, also when nothing migrates.</param>
    public VdpaNet(string name, IMachine machine, INetworkPort network, MacAddress mac, uint ipv4, VdpaRing ring, bool shadowQueues = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ring.Slots);
        Name = name;
        _machine = machine;
        _network = network;
        _mac = mac;
        _ipv4 = ipv4;
        _ring = ring;
        _shadowConfigured = shadowQueues;
        _shadow = shadowQueues;
        _inShadow = new Queue<ulong>(ring.Slots);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int StateVersion => 1;

    /// <summary>Whether it works with shadow queues at this moment.</summary>
    public bool ShadowQueues
    {
        get
        {
            lock (_gate)
            {
                return _shadow;
            }
        }
    }

    /// <summary>Whether the hardware works.</summary>
    public bool IsRunning
    {
        get
        {
            lock (_gate)
            {
                return _running;
            }
        }
    }

    /// <summary>How many buffers it has used.</summary>
    public ulong Used
    {
        get
        {
            lock (_gate)
            {
                return _used;
            }
        }
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
            output.WriteUInt64(_taken);
            output.WriteUInt64(_used);
        }
    }

    /// <inheritdoc/>
    public void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state)
    {
        var reader = new StateReader(Name, version, StateVersion, state);
        ulong taken = reader.ReadUInt64();
        ulong used = reader.ReadUInt64();
        reader.End();
        if (taken != used)
        {
            throw reader.Invalid($"{taken} buffers were taken and {used} used: the rest would be lost");
        }

        lock (_gate)
        {
            _taken = taken;
            _used = used;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Violations(bool migrating)
    {
        lock (_gate)
        {
            List<string> violations = [];
            if (_taken != _used + (ulong)_inShadow.Count)
            {
                violations.Add($"{Name}: {_taken} buffers were taken, but {_used} used and {_inShadow.Count} are in the shadow queues");
            }

            if (!_shadow && _inShadow.Count != 0)
            {
                violations.Add($"{Name}: shadow queues are off and hold {_inShadow.Count} buffers");
            }

            if (_machine.VcpusRunning && !_running && !_broken)
            {
                violations.Add($"{Name}: the vCPUs run and the hardware does not");
            }

            if (!migrating && _shadow != _shadowConfigured)
            {
                violations.Add($"{Name}: no migration is under way and shadow queues are {(_shadow ? "on" : "off")}");
            }

            return violations;
        }
    }
}
