namespace Devices;

/// <summary>The guest-visible port at which devices are plugged and unplugged. Unplugging needs the guest's consent and takes its time.</summary>
public interface IHotplugPort
{
    /// <summary>Asks the guest to let go of a device. It answers later, with <see cref="IHotpluggable.GuestReleased"/>, or never.</summary>
    /// <returns><see langword="false"/>: the guest cannot be asked (no hot-plug driver, or it has not booted).</returns>
    bool TryRequestUnplug(IHotpluggable device);

    /// <summary>Shows the device to the guest, also one that it was asked to let go of and has not, or only half.</summary>
    void Plug(IHotpluggable device);
}
