using Devices.Vfio;

namespace Emulator.Host;

/// <summary>Firmware that follows, until it is told to be wedged: then the device does not enter PreCopy, and refuses to migrate.</summary>
internal sealed class WedgeableFirmware : IVfioFirmware
{
    public bool IsWedged { get; set; }

    public bool TryStep(VfioDeviceState from, VfioDeviceState to) => !IsWedged || to != VfioDeviceState.PreCopy;

    public bool TryReset() => true;
}
