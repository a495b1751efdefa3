namespace Devices;

/// <summary>A device at a <see cref="IHotplugPort"/>.</summary>
public interface IHotpluggable
{
    /// <summary>Its name at the port.</summary>
    string PortName { get; }

    /// <summary>The guest begins to let go: its driver is unbound, the device is still on the bus.</summary>
    void GuestUnbound();

    /// <summary>The guest has let go. Without effect if it was plugged again in the meantime.</summary>
    void GuestReleased();
}
