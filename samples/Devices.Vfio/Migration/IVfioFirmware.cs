namespace Devices.Vfio;

/// <summary>The firmware behind a VFIO device: what the kernel's driver asks to change its state.</summary>
public interface IVfioFirmware
{
    /// <summary>Takes one step of <see cref="VfioStateGraph"/>.</summary>
    /// <returns><see langword="false"/>: it could not; the device stays where it is.</returns>
    bool TryStep(VfioDeviceState from, VfioDeviceState to);

    /// <summary>Resets the device: it forgets everything and is <see cref="VfioDeviceState.Running"/>, with nothing to do.</summary>
    /// <returns><see langword="false"/>: not even that; it is in <see cref="VfioDeviceState.Error"/>.</returns>
    bool TryReset();
}
