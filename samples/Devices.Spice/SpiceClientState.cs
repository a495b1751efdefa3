namespace Devices.Spice;

/// <summary>Where a viewer's connection stands.</summary>
public enum SpiceClientState : byte
{
    /// <summary>Connected to this server.</summary>
    Here,

    /// <summary>Connected to this server, and told to connect to the target as well.</summary>
    Switching,

    /// <summary>Left for the target.</summary>
    Moved,
}
