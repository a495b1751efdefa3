namespace Devices;

/// <summary>What came as a device's state is not one: another version, truncated, too long, or values that the device cannot have.</summary>
public sealed class InvalidDeviceStateException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public InvalidDeviceStateException(string device, string reason)
        : base($"{device}: {reason}")
    {
        Device = device;
        Reason = reason;
    }

    /// <summary>The device whose state it was to be.</summary>
    public string Device { get; }

    /// <summary>What is wrong.</summary>
    public string Reason { get; }
}
