namespace Devices.Vdpa;

public sealed partial class VdpaNet
{
    /// <summary>Takes what the driver made available, and uses it.</summary>
    public void Tick()
    {
        lock (_gate)
        {
            if (!_running)
            {
                return;
            }

            HandOnUsed();
            for (int i = 0; i < BuffersPerTick && TryTake(out ulong buffer); i++)
            {
                if (_shadow)
                {
                    _inShadow.Enqueue(buffer);
                }
                else
                {
                    Use(buffer);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Quiesce()
    {
    }

    /// <summary>Hands on what is in the shadow queues and stops the hardware.</summary>
    public void Halt()
    {
        lock (_gate)
        {
            if (_running)
            {
                HandOnUsed();
                StopHardware();
            }
        }
    }

    /// <inheritdoc/>
    public void Prepare()
    {
    }

    /// <summary>Starts the hardware, with the queues that were last decided on.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            StartHardware();
        }
    }

    // Where a buffer was taken is remembered by the device, as the hardware's index: stopping and starting it needs no look at the guest's RAM.
    private void StopHardware() => _running = false;

    private void StartHardware() => _running = !_broken;

    [VcpuState]
    private bool TryTake(out ulong buffer)
    {
        buffer = 0;
        ulong waiting = _machine.Memory.ReadUInt64(_ring.AvailableCount) - _taken;
        if (waiting > (ulong)_ring.Slots)
        {
            // The guest wrote nonsense into its ring. Its own NIC is all it can break with that.
            _broken = true;
            _running = false;
            _machine.Log.Write(Name, "ring broken by the guest, stopped");
            return false;
        }

        if (waiting == 0)
        {
            return false;
        }

        buffer = _machine.Memory.ReadUInt64(_ring.AvailableSlot(_taken));
        _taken++;
        return true;
    }

    [VcpuState]
    private void HandOnUsed()
    {
        while (_inShadow.TryDequeue(out ulong buffer))
        {
            Use(buffer);
        }
    }

    [VcpuState]
    private void Use(ulong buffer)
    {
        _machine.Memory.WriteUInt64(_ring.UsedSlot(_used), buffer);
        _used++;
        _machine.Memory.WriteUInt64(_ring.UsedCount, _used);
    }
}
