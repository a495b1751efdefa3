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

    // The devices of which this is the first list.
    private readonly DeviceIndex _index = new();

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
    /// <param name="device">The device.</param>
    /// <param name="registration">What it shares with its other lists, if there are any.</param>
    /// <param name="sequence">How many registrations there were before.</param>
    /// <param name="isFirst">Whether this is the first of its lists, which finds it.</param>
    public int Append(object device, Registration? registration, int sequence, bool isFirst)
    {
        DeviceSlots slots = EnsureRoom(registration is not null);
        int slot = _count;
        slots.Items[slot] = device;
        slots.Registrations?[slot] = registration;
        slots.Sequences[slot] = sequence;
        if (isFirst)
        {
            _index.Add(device, slot, slots.Items);
        }

        Live++;
        Volatile.Write(ref _count, slot + 1);
        return slot;
    }

    /// <summary>The slot of a device of which this is the first list; negative if it is not registered.</summary>
    public int SlotOf(object device) => _slots is null ? -1 : _index.Find(device, _slots.Items);

    /// <summary>How many registrations there were before that of the device in a slot.</summary>
    public int SequenceAt(int slot) => _slots!.Sequences[slot];

    /// <summary>Says so otherwise.</summary>
    public void SetSequence(int slot, int sequence) => _slots!.Sequences[slot] = sequence;

    /// <summary>What a device in several lists shares among them; null for any other.</summary>
    public Registration? RegistrationAt(int slot) => _slots!.Registrations?[slot];

    /// <summary>Empties a device's slot, in arrays that a dispatch still walks too.</summary>
    public void Remove(object device, int slot, bool isFirst, bool whileDispatching)
    {
        if (isFirst)
        {
            _index.Remove(device, _slots!.Items);
        }

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

    /// <summary>Moves the devices together and tells each one's new slot; says whether this is its first list. Only while no session counts on slots.</summary>
    public void Compact(Func<DeviceList, object, Registration?, int, bool> moved)
    {
        DeviceSlots old = _slots!;
        int capacity = Math.Max(InitialCapacity, Live * 2);
        DeviceSlots slots = new(NewArray(capacity), old.Registrations is null ? null : new Registration?[capacity], new int[capacity]);
        _index.Clear(Live);
        int next = 0;
        for (int i = 0; i < _count; i++)
        {
            if (old.Items[i] is { } device)
            {
                slots.Items[next] = device;
                slots.Registrations?[next] = old.Registrations![i];
                slots.Sequences[next] = old.Sequences[i];
                if (moved(this, device, old.Registrations?[i], next))
                {
                    _index.Add(device, next, slots.Items);
                }

                next++;
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

        int length = old is null ? InitialCapacity : isFull ? old.Items.Length * 2 : old.Items.Length;
        DeviceSlots slots = new(
            isFull ? NewArray(length) : old!.Items,
            withRegistrations || old?.Registrations is not null ? new Registration?[length] : null,
            isFull ? new int[length] : old!.Sequences);
        if (old is not null)
        {
            if (isFull)
            {
                Array.Copy(old.Items, slots.Items, _count);
                Array.Copy(old.Sequences, slots.Sequences, _count);
            }

            if (old.Registrations is not null)
            {
                Array.Copy(old.Registrations, slots.Registrations!, _count);
            }
        }

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
