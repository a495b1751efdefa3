using NotifierGen.Registry;

namespace NotifierGen.Dispatch;

/// <summary>
/// Which devices take part in one session: those whose Setup handler ran and accepted, and those whose class has none. The accepted devices of
/// a class are a prefix of its list, so a count per list is all that is kept; devices that are in several lists carry a mark of their own.
/// Used by the dispatching thread only.
/// </summary>
internal sealed class PairingScope(long id, bool incoming, TablePlan plan)
{
    // Not the plan itself: a host may keep a session that is over, and with it this, but not the modules of that time.
    private int _plan = plan.Version;
    private int[] _accepted = new int[plan.Lists.Length];

    public long Id { get; } = id;

    public bool Incoming { get; } = incoming;

    /// <summary>Whether rows are entered, but no handler is called.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>The device that refused: it gets nothing, whatever its earlier Setup handlers had answered.</summary>
    public object? Refused { get; set; }

    /// <summary>How many slots of a list hold devices of which a Setup handler accepted.</summary>
    public int AcceptedPrefix(DeviceList list) => _accepted[list.Index];

    /// <summary>Remembers that the devices up to a slot accepted.</summary>
    public void AcceptUpTo(DeviceList list, int end) => _accepted[list.Index] = Math.Max(_accepted[list.Index], end);

    /// <summary>Whether the class of a list has a Setup handler of its own in the mode.</summary>
    public bool HasSetup(DeviceList list, MigrationMode mode) => (list.SetupModes(Incoming) & mode) != 0;

    /// <summary>At the start of a dispatch: a scope that was made for another plan, and moved with none, has nobody who accepted.</summary>
    public void Follow(TablePlan current)
    {
        if (_plan != current.Version)
        {
            Move(current, new int[current.Lists.Length]);
        }
    }

    /// <summary>Goes on with another plan, for whose lists the accepted prefixes are given. Only between dispatches.</summary>
    public void Move(TablePlan next, int[] accepted)
    {
        _plan = next.Version;
        _accepted = accepted;
    }

    /// <summary>Whether the device in a slot gets the events that follow Setup.</summary>
    public bool Includes(DeviceList list, DeviceSlots slots, int slot, MigrationMode mode)
    {
        object? device = slots.Items[slot];
        if (device is null || ReferenceEquals(device, Refused))
        {
            return false;
        }

        return slots.Registrations?[slot] is { } registration
            ? (registration.Kind.SetupModes(Incoming) & mode) == 0 || registration.AcceptedIn == this
            : !HasSetup(list, mode) || slot < AcceptedPrefix(list);
    }
}
