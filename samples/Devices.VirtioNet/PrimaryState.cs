namespace Devices.VirtioNet;

/// <summary>How far the guest has let go of the primary NIC.</summary>
public enum PrimaryState : byte
{
    /// <summary>The guest uses it.</summary>
    Plugged,

    /// <summary>The guest was asked to let go and has done nothing yet.</summary>
    UnplugRequested,

    /// <summary>The guest's driver is unbound, the device still on the bus.</summary>
    PartlyUnplugged,

    /// <summary>The guest has let go.</summary>
    Unplugged,
}
