namespace Devices;

/// <summary>Takes one line per action of a device. Called from any thread, also within the guest's downtime: it must not block.</summary>
/// <remarks>Actions are constant strings and figures are passed as they are, so that saying something costs no allocation.</remarks>
public interface IDeviceLog
{
    /// <summary>The device did something.</summary>
    /// <param name="device">Its <see cref="IDevice.Name"/>.</param>
    /// <param name="action">What it did, e.g. "shadow queues off".</param>
    void Write(string device, string action);

    /// <summary>The device did something to a number of things.</summary>
    /// <param name="device">Its <see cref="IDevice.Name"/>.</param>
    /// <param name="action">What it did, e.g. "vectors attached".</param>
    /// <param name="count">To how many, or which one.</param>
    void Write(string device, string action, long count);
}
