using NotifierGen.CompilerServices;
using NotifierGen.Dispatch;

namespace NotifierGen.Registry;

/// <summary>The registered devices of one dispatcher. Any thread may register and unregister at any time; a dispatch takes no lock.</summary>
internal sealed partial class DeviceRegistry(TablePlan plan)
{
    private readonly object _gate = new();

    private Dictionary<object, Place> _places = new(ReferenceComparer.Instance);
    private long _registrations;

    private TablePlan _plan = plan;

    // Negative while all devices move to another plan.
    private int _activeDispatches;
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
                return _places.Count;
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

            if (_places.ContainsKey(device))
            {
                throw new ArgumentException(
                    $"This instance of '{device.GetType()}' is registered already. Register a device once, or unregister it first.",
                    nameof(device));
            }

            _places.Add(device, new Place(Append(device, kind), _registrations++));
            _observer?.Registered(device);
            return true;
        }
    }

    /// <summary>Removes a device; false if it is not registered. It is not called any more, but a call that already began goes on.</summary>
    public bool Remove(object device)
    {
        lock (_gate)
        {
            if (!_places.TryGetValue(device, out Place place))
            {
                return false;
            }

            _places.Remove(device);
            DeviceKind kind = _plan.Table.KindOf(device);
            Registration? registration = ListOf(kind, 0).RegistrationAt(place.Slot);
            for (int i = 0; i < kind.Classes.Length; i++)
            {
                DeviceList list = ListOf(kind, i);
                list.Remove(device, registration is null ? place.Slot : registration.Slots[i], IsDispatching());
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
            return [.. _places.OrderBy(static entry => entry.Value.Sequence).Select(static entry => entry.Key)];
        }
    }

    /// <summary>From here to <see cref="EndDispatch"/> arrays that are replaced are kept up to date, and the plan stays. A full fence.</summary>
    /// <returns>The plan to walk.</returns>
    public TablePlan BeginDispatch()
    {
        if (Interlocked.Increment(ref _activeDispatches) < 0)
        {
            WaitForMove();
        }

        return Volatile.Read(ref _plan);
    }

    /// <summary>
    /// See <see cref="BeginDispatch"/>. Forgets what was kept for the dispatch, but never waits: the guest may be standing still. Where another
    /// thread is registering just now, the end of the next dispatch does it.
    /// </summary>
    public void EndDispatch()
    {
        if (Interlocked.Decrement(ref _activeDispatches) == 0 && Volatile.Read(ref _changedWhileDispatching) && Monitor.TryEnter(_gate))
        {
            try
            {
                _changedWhileDispatching = false;
                foreach (DeviceList list in _plan.Lists)
                {
                    ForgetPast(list);
                }
            }
            finally
            {
                Monitor.Exit(_gate);
            }
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

    private int Append(object device, DeviceKind kind)
    {
        Registration? registration = kind.Classes.Length == 1 ? null : new Registration(kind);
        int first = 0;
        for (int i = 0; i < kind.Classes.Length; i++)
        {
            DeviceList list = ListOf(kind, i);
            int slot = list.Append(device, registration);
            registration?.Slots[i] = slot;
            first = i == 0 ? slot : first;
            ForgetPast(list);
        }

        return first;
    }

    private void CompactIfSparse(DeviceList list)
    {
        if (_scope is null && list.IsSparse && !IsDispatching())
        {
            list.Compact(Moved);
        }
    }

    private void Moved(DeviceList list, object device, Registration? registration, int slot)
    {
        if (registration is not null)
        {
            registration.Slots[Array.IndexOf(registration.Kind.Classes, list.Index)] = slot;
        }

        if (registration is null || registration.Kind.Classes[0] == list.Index)
        {
            _places[device] = _places[device] with { Slot = slot };
        }
    }

    private void ForgetPast(DeviceList list)
    {
        if (IsDispatching())
        {
            _changedWhileDispatching = true;
        }
        else
        {
            list.ForgetPast();
        }
    }

    private bool IsDispatching()
    {
        // Together with the fence of BeginDispatch: whoever begins after this read sees the arrays published before it.
        Interlocked.MemoryBarrier();
        return Volatile.Read(ref _activeDispatches) != 0;
    }

    private DeviceList ListOf(DeviceKind kind, int index) => _plan.Lists[kind.Classes[index]];
}
