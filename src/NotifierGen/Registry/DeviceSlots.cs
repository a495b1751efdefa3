namespace NotifierGen.Registry;

/// <summary>The arrays of a device list, replaced together. A dispatch reads one instance per row.</summary>
/// <param name="items">The devices in registration order; null where one was unregistered. Its run-time type is an array of the device class.</param>
/// <param name="registrations">Beside each device that is in several lists, what these share; null while the list has no such device.</param>
/// <param name="sequences">Beside each device, how many registrations there were before its own.</param>
internal sealed class DeviceSlots(object?[] items, Registration?[]? registrations, int[] sequences)
{
    private Dictionary<int, object>? _removed;

    public object?[] Items { get; } = items;

    public Registration?[]? Registrations { get; } = registrations;

    public int[] Sequences { get; } = sequences;

    /// <summary>Empties a slot. While a dispatch walks the slots its device is remembered: its handler may be running, and may yet throw.</summary>
    public void Clear(int slot, bool remember)
    {
        if (remember && Items[slot] is { } device)
        {
            // Replaced, not changed: a dispatch reads it without a lock.
            Dictionary<int, object> removed = _removed is null ? [] : new(_removed);
            removed[slot] = device;
            Volatile.Write(ref _removed, removed);
        }

        Items[slot] = null;
        Registrations?[slot] = null;
    }

    /// <summary>The device in a slot, or the one that was removed from it during this dispatch.</summary>
    public object? DeviceAt(int slot)
    {
        if (Items[slot] is { } device)
        {
            return device;
        }

        return Volatile.Read(ref _removed) is { } removed && removed.TryGetValue(slot, out object? gone) ? gone : null;
    }

    public void ForgetRemoved() => _removed = null;
}
