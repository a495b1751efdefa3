namespace Devices.Vfio;

/// <summary>Firmware that does what it is asked to.</summary>
public sealed class ReliableFirmware : IVfioFirmware
{
    /// <inheritdoc/>
    public bool TryStep(VfioDeviceState from, VfioDeviceState to) => true;

    /// <inheritdoc/>
    public bool TryReset() => true;
}
