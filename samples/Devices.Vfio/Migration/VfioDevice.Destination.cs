namespace Devices.Vfio;

public sealed partial class VfioDevice
{
    /// <summary>Makes ready to receive a state.</summary>
    [OnMigrationEvent(IncomingSetup)]
    private SetupResult StartResuming()
    {
        lock (_peers.Gate)
        {
            if (_state != VfioDeviceState.Stop)
            {
                return SetupResult.Refuse($"{Name} is in {_state}, a state can be received in Stop only: halt the devices of this machine first");
            }

            if (!TryMoveTo(VfioDeviceState.Resuming))
            {
                MoveOrReset(VfioDeviceState.Stop);
                return SetupResult.Refuse($"{Name}: the firmware does not enter Resuming; is its version the source's?");
            }

            _machine.Log.Write(Name, "Resuming");
            return SetupResult.Accept;
        }
    }

    /// <summary>Half a state is worthless: the device is as after power-on again.</summary>
    [OnMigrationEvent(IncomingFailed)]
    private void DropReceivedState()
    {
        lock (_peers.Gate)
        {
            Reset(VfioDeviceState.Stop);
            _machine.Log.Write(Name, "received state dropped");
        }
    }
}
