namespace NotifierGen.Registry;

/// <summary>
/// The registered devices of one device class, in registration order. Written under the registry's lock, read by dispatches without one:
/// slots are appended behind a published count, unregistered devices become null in place, and arrays that are replaced while a dispatch may
/// still walk them are kept for a while, so that a device unregistered meanwhile disappears from them too.
/// </summary>
internal abstract class DeviceList(int index)
{
    private const int InitialCapacity = 4;
    private const int WorthCompacting = 32;

    private DeviceSlots? _slots;
    private int _count;
    private List<DeviceSlots>? _retired;
    private MigrationMode _setupModes;
    private MigrationMode _incomingSetupModes;

    /// <summary>The index of the list's class in the table.</summary>
    public int Index { get; } = index;

    /// <summary>The modes in which the list's class has a Setup (or IncomingSetup) handler of its own.</summary>
    public MigrationMode SetupModes(bool incoming) => incoming ? _incomingSetupModes : _setupModes;

    /// <summary>Called once, before the list is used.</summary>
    public void SetSetupModes(MigrationMode setupModes, MigrationMode incomingSetupModes)
    {
        _setupModes = setupModes;
        _incomingSetupModes = incomingSetupModes;
    }

    /// <summary>How many devices are registered.</summary>
    public int Live { get; private set; }

    /// <summary>The device that was registered first, if any is.</summary>
    public object? First => _slots is null ? null : Array.Find(_slots.Items, static device => device is not null);

    /// <summary>Whether so many slots are empty that moving the devices together pays.</summary>
    public bool IsSparse => _count > WorthCompacting && Live <= _count / 2;

    /// <summary>What a dispatch walks: later registrations are beyond the count, later unregistrations show in the slots.</summary>
    /// <param name="count">How many slots to walk.</param>
    public DeviceSlots? Open(out int count)
    {
        // The count first: an array published later than this count holds at least as many slots, unless the list was compacted.
        int published = Volatile.Read(ref _count);
        DeviceSlots? slots = Volatile.Read(ref _slots);
        count = slots is null ? 0 : Math.Min(published, slots.Items.Length);
        return slots;
    }

    /// <summary>Adds a device and returns its slot.</summary>
    public int Append(object device, Registration? registration)
    {
        DeviceSlots slots = EnsureRoom(registration is not null);
        int slot = _count;
        slots.Items[slot] = device;
        slots.Registrations?[slot] = registration;
        Live++;
        Volatile.Write(ref _count, slot + 1);
        return slot;
    }

    /// <summary>What a device in several lists shares among them; null for any other.</summary>
    public Registration? RegistrationAt(int slot) => _slots!.Registrations?[slot];

    /// <summary>Empties a device's slot, in arrays that a dispatch still walks too.</summary>
    public void Remove(object device, int slot, bool whileDispatching)
    {
        _slots!.Clear(slot, whileDispatching);
        Live--;
        foreach (DeviceSlots old in _retired ?? [])
        {
            // Slots only ever move to the left, so in an older array the device is at its slot or behind it.
            for (int i = slot; i < old.Items.Length; i++)
            {
                if (ReferenceEquals(old.Items[i], device))
                {
                    old.Clear(i, whileDispatching);
                    break;
                }
            }
        }
    }

    /// <summary>Moves the devices together and tells each one's new slot. Only while no session counts on slots.</summary>
    public void Compact(Action<DeviceList, object, Registration?, int> moved)
    {
        DeviceSlots old = _slots!;
        int capacity = Math.Max(InitialCapacity, Live * 2);
        DeviceSlots slots = new(NewArray(capacity), old.Registrations is null ? null : new Registration?[capacity]);
        int next = 0;
        for (int i = 0; i < _count; i++)
        {
            if (old.Items[i] is { } device)
            {
                slots.Items[next] = device;
                slots.Registrations?[next] = old.Registrations![i];
                moved(this, device, old.Registrations?[i], next++);
            }
        }

        Replace(old, slots);
        Volatile.Write(ref _count, next);
    }

    /// <summary>Forgets what was kept for dispatches that are over.</summary>
    public void ForgetPast()
    {
        _retired = null;
        _slots?.ForgetRemoved();
    }

    private protected abstract object?[] NewArray(int length);

    private DeviceSlots EnsureRoom(bool withRegistrations)
    {
        DeviceSlots? old = _slots;
        bool isFull = old is null || _count == old.Items.Length;
        if (!isFull && (!withRegistrations || old!.Registrations is not null))
        {
            return old!;
        }

        object?[] items = isFull ? NewArray(old is null ? InitialCapacity : old.Items.Length * 2) : old!.Items;
        Registration?[]? registrations = withRegistrations || old?.Registrations is not null ? new Registration?[items.Length] : null;
        if (old is not null)
        {
            if (isFull)
            {
                Array.Copy(old.Items, items, _count);
            }

            if (old.Registrations is not null)
            {
                Array.Copy(old.Registrations, registrations!, _count);
            }
        }

        DeviceSlots slots = new(items, registrations);
        Replace(old, slots);
        return slots;
    }

    private void Replace(DeviceSlots? old, DeviceSlots slots)
    {
        Volatile.Write(ref _slots, slots);
        if (old is not null)
        {
            (_retired ??= []).Add(old);
        }
    }
}
