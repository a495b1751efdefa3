using System.Runtime.CompilerServices;

namespace NotifierGen.Registry;

/// <summary>
/// Finds a device's slot by identity, whatever its Equals says (two equal records are two devices). Five to ten bytes a device, where a dictionary
/// takes forty and more: the devices themselves stay in their list, and their hashes in their headers. Guarded by the registry's lock.
/// </summary>
internal sealed class DeviceIndex
{
    private const int Empty = 0;
    private const int LeastCapacity = 8;

    // Open addressing with linear probing; an entry is a slot plus one.
    private int[] _entries = new int[LeastCapacity];
    private int _count;

    /// <summary>The slot of a device; negative if it is not in here.</summary>
    public int Find(object device, object?[] items)
    {
        int at = Probe(device, items);
        return _entries[at] - 1;
    }

    /// <summary>Adds a device that is not in here.</summary>
    public void Add(object device, int slot, object?[] items)
    {
        // A fifth stays empty, so that probes are short.
        if ((_count + 1) * 5L > _entries.Length * 4L)
        {
            Grow(items);
        }

        Insert(device, slot);
        _count++;
    }

    /// <summary>Removes a device that is in here, as long as it still is in its slot.</summary>
    public void Remove(object device, object?[] items)
    {
        int mask = _entries.Length - 1;
        int hole = Probe(device, items);
        _entries[hole] = Empty;
        _count--;

        // What was pushed behind the hole by what stood in it moves up, so that no probe ends at the hole too early.
        for (int at = (hole + 1) & mask; _entries[at] != Empty; at = (at + 1) & mask)
        {
            int home = Home(items[_entries[at] - 1]!);
            if (((at - home) & mask) >= ((at - hole) & mask))
            {
                (_entries[hole], _entries[at]) = (_entries[at], Empty);
                hole = at;
            }
        }
    }

    /// <summary>Forgets all devices, and makes room for so many.</summary>
    public void Clear(int expected)
    {
        int capacity = LeastCapacity;
        while (expected * 5L > capacity * 4L)
        {
            capacity *= 2;
        }

        _entries = new int[capacity];
        _count = 0;
    }

    /// <summary>Where a device is, or would be put.</summary>
    private int Probe(object device, object?[] items)
    {
        int mask = _entries.Length - 1;
        int at = Home(device);
        while (_entries[at] != Empty && !ReferenceEquals(items[_entries[at] - 1], device))
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    private void Insert(object device, int slot)
    {
        int mask = _entries.Length - 1;
        int at = Home(device);
        while (_entries[at] != Empty)
        {
            at = (at + 1) & mask;
        }

        _entries[at] = slot + 1;
    }

    private void Grow(object?[] items)
    {
        int[] old = _entries;
        _entries = new int[old.Length * 2];
        foreach (int entry in old)
        {
            if (entry != Empty)
            {
                Insert(items[entry - 1]!, entry - 1);
            }
        }
    }

    // The runtime's hashes are random in their low 26 bits.
    private int Home(object device) => RuntimeHelpers.GetHashCode(device) & (_entries.Length - 1);
}
