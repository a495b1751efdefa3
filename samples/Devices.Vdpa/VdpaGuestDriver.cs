namespace Devices.Vdpa;

/// <summary>
/// Stands in for the driver in the guest, on boards whose guest has none: makes numbered buffers available and checks that each comes back once and
/// in its turn. It is part of the guest: all it knows lies in guest RAM, it moves when the VM does and stands still when the vCPUs do.
/// </summary>
public sealed class VdpaGuestDriver : IDevice, ITicking, IHaltsWithVm
{
    private readonly Lock _gate = new();
    private readonly IGuestMemory _memory;
    private readonly VdpaRing _ring;
    private bool _halted = true;
    private string? _violation;

    /// <summary>Creates the driver, halted, for a ring that is all zeros or was used by this driver before.</summary>
    public VdpaGuestDriver(string name, IMachine machine, VdpaRing ring)
    {
        Name = name;
        _memory = machine.Memory;
        _ring = ring;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>How many buffers have come back since the guest was booted, on whichever host.</summary>
    public ulong Reaped
    {
        get
        {
            lock (_gate)
            {
                return _memory.ReadUInt64(_ring.ReapedCount);
            }
        }
    }

    /// <summary>Makes a buffer available if there is room, and takes one back if there is one.</summary>
    public void Tick()
    {
        lock (_gate)
        {
            if (!_halted)
            {
                ulong reaped = Reap();
                Post(reaped);
            }
        }
    }

    /// <inheritdoc/>
    public void Quiesce()
    {
    }

    /// <inheritdoc/>
    public void Halt()
    {
        lock (_gate)
        {
            _halted = true;
        }
    }

    /// <inheritdoc/>
    public void Prepare()
    {
    }

    /// <inheritdoc/>
    public void Resume()
    {
        lock (_gate)
        {
            _halted = false;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Violations(bool migrating)
    {
        lock (_gate)
        {
            return _violation is null ? [] : [_violation];
        }
    }

    private ulong Reap()
    {
        ulong reaped = _memory.ReadUInt64(_ring.ReapedCount);
        if (reaped == _memory.ReadUInt64(_ring.UsedCount))
        {
            return reaped;
        }

        ulong buffer = _memory.ReadUInt64(_ring.UsedSlot(reaped));
        if (buffer != reaped)
        {
            _violation ??= $"{Name}: buffer {buffer} came back where {reaped} was due";
        }

        _memory.WriteUInt64(_ring.ReapedCount, reaped + 1);
        return reaped + 1;
    }

    private void Post(ulong reaped)
    {
        ulong available = _memory.ReadUInt64(_ring.AvailableCount);
        if (available - reaped < (ulong)_ring.Slots)
        {
            _memory.WriteUInt64(_ring.AvailableSlot(available), available);
            _memory.WriteUInt64(_ring.AvailableCount, available + 1);
        }
    }
}
