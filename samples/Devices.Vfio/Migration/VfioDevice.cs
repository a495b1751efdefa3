using System.Buffers;

namespace Devices.Vfio;

/// <summary>A passed-through device that can migrate, with peers. Created stopped, like its machine.</summary>
public sealed partial class VfioDevice : IDevice, IMigratableState, ITicking, IHaltsWithVm
{
    private readonly VfioPeerGroup _peers;
    private readonly IMachine _machine;
    private readonly IVfioFirmware _firmware;
    private readonly IMessageInterrupts _interrupts;
    private readonly int _vectors;
    private VfioDeviceState _state = VfioDeviceState.Stop;
    private bool _outlivesVcpus;
    private long _work;
    private long _received;
    private long _misdirected;
    private int _resets;

    /// <summary>Creates the device.</summary>
    /// <param name="name">Its name on the board.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="peers">The devices that it exchanges DMA with; it becomes one of them.</param>
    /// <param name="firmware">Its firmware.</param>
    /// <param name="interrupts">Takes its interrupts, by vector.</param>
    /// <param name="vectors">How many vectors it has.</param>
    public VfioDevice(string name, IMachine machine, VfioPeerGroup peers, IVfioFirmware firmware, IMessageInterrupts interrupts, int vectors)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vectors);
        Name = name;
        _machine = machine;
        _peers = peers;
        _firmware = firmware;
        _interrupts = interrupts;
        _vectors = vectors;
        peers.Add(this);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int StateVersion => 1;

    /// <summary>Its state.</summary>
    public VfioDeviceState State
    {
        get
        {
            lock (_peers.Gate)
            {
                return _state;
            }
        }
    }

    /// <summary>How much it has done since it was created or reset.</summary>
    public long Work
    {
        get
        {
            lock (_peers.Gate)
            {
                return _work;
            }
        }
    }

    /// <summary>How often it had to be reset because it did not change its state.</summary>
    public int Resets
    {
        get
        {
            lock (_peers.Gate)
            {
                return _resets;
            }
        }
    }

    internal bool Answers =>
        _state is VfioDeviceState.Running or VfioDeviceState.RunningP2P or VfioDeviceState.PreCopy or VfioDeviceState.PreCopyP2P;

    /// <summary>Does a piece of work, tells its peers by DMA and the guest by an interrupt.</summary>
    public void Tick()
    {
        lock (_peers.Gate)
        {
            if (_state is not (VfioDeviceState.Running or VfioDeviceState.PreCopy))
            {
                return;
            }

            _work++;
            foreach (VfioDevice peer in _peers.Devices)
            {
                if (peer != this)
                {
                    SendTo(peer);
                }
            }

            _interrupts.Raise((int)(_work % _vectors));
        }
    }

    /// <summary>Copies the rest of the device's state. In the CPR modes the device itself stays; the figures are what a real one would keep.</summary>
    /// <exception cref="InvalidOperationException">The device does not enter <see cref="VfioDeviceState.StopCopy"/>.</exception>
    public void Save(MigrationMode mode, IBufferWriter<byte> output)
    {
        lock (_peers.Gate)
        {
            if (mode == MigrationMode.Normal && !TryMoveTo(VfioDeviceState.StopCopy))
            {
                throw new InvalidOperationException($"{Name} does not enter StopCopy, it is in {_state}.");
            }

            output.WriteInt64(_work);
            output.WriteInt64(_received);
        }
    }

    /// <inheritdoc/>
    public void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state)
    {
        var reader = new StateReader(Name, version, StateVersion, state);
        long work = reader.ReadInt64();
        long received = reader.ReadInt64();
        reader.End();
        if (work < 0 || received < 0)
        {
            throw reader.Invalid("a count is negative");
        }

        lock (_peers.Gate)
        {
            if (mode == MigrationMode.Normal && _state != VfioDeviceState.Resuming)
            {
                throw reader.Invalid($"a state came in {_state}, it can be taken in Resuming only");
            }

            _work = work;
            _received = received;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Violations(bool migrating)
    {
        lock (_peers.Gate)
        {
            List<string> violations = [];
            bool works = _state is VfioDeviceState.Running or VfioDeviceState.PreCopy;
            if (_machine.VcpusRunning && !works)
            {
                violations.Add($"{Name}: the vCPUs run and the device is in {_state}");
            }

            foreach (VfioDevice peer in _peers.Devices)
            {
                if (works && peer._state is (VfioDeviceState.Stop or VfioDeviceState.StopCopy))
                {
                    violations.Add($"{Name}: is in {_state} while its peer {peer.Name} is in {peer._state}");
                }
            }

            if (_misdirected != 0)
            {
                violations.Add($"{Name}: {_misdirected} times sent DMA to a peer that stood still");
            }

            if (_state == VfioDeviceState.Error)
            {
                violations.Add($"{Name}: is in Error");
            }

            if (!migrating && _state is not (VfioDeviceState.Running or VfioDeviceState.Stop))
            {
                violations.Add($"{Name}: no migration is under way and it is in {_state}");
            }

            return violations;
        }
    }

    private void SendTo(VfioDevice peer)
    {
        if (peer.Answers)
        {
            peer._received++;
        }
        else
        {
            _misdirected++;
        }
    }
}
