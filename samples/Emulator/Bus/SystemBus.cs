namespace Emulator.Bus;

/// <summary>Finds the device for an address outside the RAM.</summary>
internal sealed class SystemBus
{
    private readonly List<IBusDevice> _attached = [];
    private IBusDevice[] _devices = [];

    /// <summary>Attaches a device; before the machine starts.</summary>
    /// <exception cref="ArgumentException">Its addresses overlap another device's.</exception>
    public void Attach(IBusDevice device)
    {
        if (_attached.Find(other => device.Address < other.Address + other.Length && other.Address < device.Address + device.Length) is { } other)
        {
            throw new ArgumentException($"{device.GetType().Name} at 0x{device.Address:x} overlaps {other.GetType().Name} at 0x{other.Address:x}.", nameof(device));
        }

        _attached.Add(device);
        _devices = [.. _attached];
    }

    public bool TryRead(ulong address, int size, out ulong value)
    {
        foreach (IBusDevice device in _devices)
        {
            ulong offset = address - device.Address;
            if (offset < device.Length)
            {
                return device.TryRead(offset, size, out value);
            }
        }

        value = 0;
        return false;
    }

    public bool TryWrite(ulong address, int size, ulong value)
    {
        foreach (IBusDevice device in _devices)
        {
            ulong offset = address - device.Address;
            if (offset < device.Length)
            {
                return device.TryWrite(offset, size, value);
            }
        }

        return false;
    }
}
