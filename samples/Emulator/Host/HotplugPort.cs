using Devices;

namespace Emulator.Host;

/// <summary>A hot-plug port whose guest lets go of a device in two steps, some ticks after it was asked.</summary>
internal sealed class HotplugPort : IHotplugPort, ITicking
{
    private const int TicksToUnbind = 20;
    private const int TicksToRelease = 40;

    private readonly Lock _lock = new();
    private readonly Dictionary<IHotpluggable, int> _asked = [];

    public bool TryRequestUnplug(IHotpluggable device)
    {
        lock (_lock)
        {
            _asked[device] = 0;
        }

        return true;
    }

    public void Plug(IHotpluggable device)
    {
        lock (_lock)
        {
            _asked.Remove(device);
        }
    }

    public void Tick()
    {
        KeyValuePair<IHotpluggable, int>[] asked;
        lock (_lock)
        {
            if (_asked.Count == 0)
            {
                return;
            }

            foreach (IHotpluggable device in _asked.Keys)
            {
                _asked[device]++;
            }

            asked = [.. _asked];
        }

        // Outside the lock: the device takes its own and may be plugging itself back at this moment.
        foreach ((IHotpluggable device, int ticks) in asked)
        {
            Answer(device, ticks);
        }
    }

    private static void Answer(IHotpluggable device, int ticks)
    {
        if (ticks == TicksToUnbind)
        {
            device.GuestUnbound();
        }
        else if (ticks == TicksToRelease)
        {
            device.GuestReleased();
        }
    }
}
