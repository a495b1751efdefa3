using NotifierGen.CompilerServices;
using NotifierGen.Dispatch;

namespace NotifierGen.Registry;

/// <summary>The registered devices of one dispatcher. Any thread may register and unregister at any time; a dispatch takes no lock.</summary>
internal sealed partial class DeviceRegistry(TablePlan plan)
{
    private readonly object _gate = new();

    private int _count;
    private int _registrations;

    private TablePlan _plan = plan;

    // Closed while all devices move to another plan.
    private DispatchGate _dispatches;
    private bool _changedWhileDispatching;
    private PairingScope? _scope;
    private DispatchObserver? _observer;

    /// <summary>The table and its lists. Stays what it is during a dispatch and while a session is open.</summary>
    public TablePlan Plan => Volatile.Read(ref _plan);

    /// <summary>The test tool that looks on, if there is one.</summary>
    public DispatchObserver? Observer => Volatile.Read(ref _observer);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>Adds a device; false if nothing in the table handles its class.</summary>
    /// <exception cref="ArgumentException">The device is registered already.</exception>
    public bool TryAdd(object device)
    {
        lock (_gate)
        {
            DeviceKind kind = _plan.Table.KindOf(device);
            if (kind.Classes.Length == 0)
            {
                return false;
            }

            if (ListOf(kind, 0).SlotOf(device) >= 0)
            {
                throw new ArgumentException(
                    $"This instance of '{device.GetType()}' is registered already. Register a device once, or unregister it first.",
                    nameof(device));
            }

            Append(device, kind, NextSequence());
            _count++;
            _observer?.Registered(device);
            return true;
        }
    }

    /// <summary>Removes a device; false if it is not registered. It is not called any more, but a call that already began goes on.</summary>
    public bool Remove(object device)
    {
        lock (_gate)
        {
            DeviceKind kind = _plan.Table.KindOf(device);
            int first = kind.Classes.Length == 0 ? -1 : ListOf(kind, 0).SlotOf(device);
            if (first < 0)
            {
                return false;
            }

            _count--;
            Registration? registration = ListOf(kind, 0).RegistrationAt(first);
            for (int i = 0; i < kind.Classes.Length; i++)
            {
                DeviceList list = ListOf(kind, i);
                list.Remove(device, registration is null ? first : registration.Slots[i], isFirst: i == 0, _dispatches.IsOccupied);
                CompactIfSparse(list);
                ForgetPast(list);
            }

            _observer?.Unregistered(device);
            return true;
        }
    }

    /// <summary>Lets a test tool look on from now on.</summary>
    /// <returns>The devices in registration order.</returns>
    public object[] Observe(DispatchObserver? observer)
    {
        lock (_gate)
        {
            Volatile.Write(ref _observer, observer);
            return [.. InOrder().Select(static registered => registered.Device)];
        }
    }

    /// <summary>From here to <see cref="EndDispatch"/> arrays that are replaced are kept up to date, and the plan stays. A full fence.</summary>
    /// <param name="isFirst">What to give back at the end.</param>
    /// <returns>The plan to walk.</returns>
    public TablePlan BeginDispatch(out bool isFirst)
    {
        isFirst = _dispatches.Enter();
        return Volatile.Read(ref _plan);
    }

    /// <summary>
    /// See <see cref="BeginDispatch"/>. Forgets what was kept for the dispatch, but never waits: the guest may be standing still. Where another
    /// thread is registering just now, the end of the next dispatch does it.
    /// </summary>
    public void EndDispatch(bool isFirst)
    {
        _dispatches.Leave(isFirst);
        if (Volatile.Read(ref _changedWhileDispatching))
        {
            TryForgetPast();
        }
    }

    private void TryForgetPast()
    {
        if (!Monitor.TryEnter(_gate))
        {
            return;
        }

        try
        {
            // Another dispatch may have begun since: what it walks is kept.
            if (!_dispatches.IsOccupied)
            {
                _changedWhileDispatching = false;
                foreach (DeviceList list in _plan.Lists)
                {
                    list.ForgetPast();
                }
            }
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    /// <summary>
    /// The session that remembers devices by slot. While there is one, slots stay where they are and unregistered devices leave empty ones.
    /// </summary>
    public PairingScope? Scope => Volatile.Read(ref _scope);

    /// <summary>Makes a session the current one.</summary>
    public void Enter(PairingScope scope) => SetScope(scope);

    /// <summary>Ends a session, unless another one is the current one already.</summary>
    public void Leave(PairingScope scope)
    {
        lock (_gate)
        {
            if (_scope == scope)
            {
                SetScope(null);
            }
        }
    }

    private void SetScope(PairingScope? scope)
    {
        lock (_gate)
        {
            Volatile.Write(ref _scope, null);
            foreach (DeviceList list in _plan.Lists)
            {
                CompactIfSparse(list);
                ForgetPast(list);
            }

            Volatile.Write(ref _scope, scope);
        }
    }

    private void Append(object device, DeviceKind kind, int sequence)
    {
        Registration? registration = kind.Classes.Length == 1 ? null : new Registration(kind);
        for (int i = 0; i < kind.Classes.Length; i++)
        {
            DeviceList list = ListOf(kind, i);
            int slot = list.Append(device, registration, sequence, isFirst: i == 0);
            registration?.Slots[i] = slot;
            ForgetPast(list);
        }
    }

    private int NextSequence()
    {
        if (_registrations == int.MaxValue)
        {
            Renumber();
        }

        return _registrations++;
    }

    // Two thousand million registrations later; what counts is the order of the devices that are still there.
    private void Renumber()
    {
        _registrations = 0;
        foreach ((_, DeviceKind kind, int first) in InOrder())
        {
            int sequence = _registrations++;
            Registration? registration = ListOf(kind, 0).RegistrationAt(first);
            for (int i = 0; i < kind.Classes.Length; i++)
            {
                ListOf(kind, i).SetSequence(registration is null ? first : registration.Slots[i], sequence);
            }

        }
    }

    /// <summary>The devices in registration order, each with its slot in the first of its lists.</summary>
    private List<(object Device, DeviceKind Kind, int Slot)> InOrder()
    {
        List<(int Sequence, object Device, DeviceKind Kind, int Slot)> registered = new(_count);
        foreach (DeviceList list in _plan.Lists)
        {
            DeviceSlots? slots = list.Open(out int count);
            for (int slot = 0; slot < count; slot++)
            {
                if (slots!.Items[slot] is { } device && device is not StaticDeviceClass && _plan.Table.KindOf(device) is var kind && kind.Classes[0] == list.Index)
                {
                    registered.Add((list.SequenceAt(slot), device, kind, slot));
                }
            }
        }

        registered.Sort(static (left, right) => left.Sequence.CompareTo(right.Sequence));
        return registered.ConvertAll(static one => (one.Device, one.Kind, one.Slot));
    }

    private void CompactIfSparse(DeviceList list)
    {
        if (_scope is null && list.IsSparse && !_dispatches.IsOccupied)
        {
            list.Compact(Moved);
        }
    }

    private bool Moved(DeviceList list, object device, Registration? registration, int slot)
    {
        if (registration is null)
        {
            return true;
        }

        int place = Array.IndexOf(registration.Kind.Classes, list.Index);
        registration.Slots[place] = slot;
        return place == 0;
    }

    private void ForgetPast(DeviceList list)
    {
        if (_dispatches.IsOccupied)
        {
            _changedWhileDispatching = true;
        }
        else
        {
            list.ForgetPast();
        }
    }

    private DeviceList ListOf(DeviceKind kind, int index) => _plan.Lists[kind.Classes[index]];
}
