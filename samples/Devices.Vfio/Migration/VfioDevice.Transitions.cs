namespace Devices.Vfio;

public sealed partial class VfioDevice
{
    /// <inheritdoc/>
    public void Quiesce()
    {
        lock (_peers.Gate)
        {
            if (!_outlivesVcpus && _state is VfioDeviceState.Running)
            {
                MoveOrReset(VfioDeviceState.RunningP2P);
            }
            else if (!_outlivesVcpus && _state is VfioDeviceState.PreCopy)
            {
                MoveOrReset(VfioDeviceState.PreCopyP2P, VfioDeviceState.RunningP2P);
            }
        }
    }

    /// <inheritdoc/>
    public void Halt()
    {
        lock (_peers.Gate)
        {
            if (_outlivesVcpus)
            {
                return;
            }

            MoveOrReset(_state is VfioDeviceState.PreCopyP2P ? VfioDeviceState.StopCopy : StandingStill(), VfioDeviceState.Stop);
        }
    }

    /// <inheritdoc/>
    public void Prepare()
    {
        lock (_peers.Gate)
        {
            if (_state is not (VfioDeviceState.Running or VfioDeviceState.PreCopy))
            {
                MoveOrReset(VfioDeviceState.RunningP2P);
            }
        }
    }

    /// <inheritdoc/>
    public void Resume()
    {
        lock (_peers.Gate)
        {
            if (_state is not VfioDeviceState.PreCopy)
            {
                MoveOrReset(VfioDeviceState.Running);
            }
        }
    }

    private VfioDeviceState StandingStill() =>
        _state is VfioDeviceState.StopCopy or VfioDeviceState.Resuming ? _state : VfioDeviceState.Stop;

    private void MoveOrReset(VfioDeviceState target) => MoveOrReset(target, target);

    // A device that does not obey is reset: the guest's driver has to set it up anew, which is better than a device that hangs for ever.
    private void MoveOrReset(VfioDeviceState target, VfioDeviceState afterReset)
    {
        if (TryMoveTo(target))
        {
            return;
        }

        _machine.Log.Write(Name, "does not change its state, reset");
        Reset(afterReset);
    }

    private void Reset(VfioDeviceState afterReset)
    {
        _resets++;
        _work = 0;
        _received = 0;
        _state = _firmware.TryReset() ? VfioDeviceState.Running : VfioDeviceState.Error;
        if (!TryMoveTo(afterReset))
        {
            _state = VfioDeviceState.Error;
            _machine.Log.Write(Name, "dead, even after a reset");
        }
    }

    private bool TryMoveTo(VfioDeviceState target)
    {
        while (_state != target)
        {
            if (!VfioStateGraph.TryNext(_state, target, out VfioDeviceState next) || !_firmware.TryStep(_state, next))
            {
                return false;
            }

            _state = next;
        }

        return true;
    }
}
