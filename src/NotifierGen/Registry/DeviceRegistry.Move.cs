using NotifierGen.CompilerServices;
using NotifierGen.Dispatch;

namespace NotifierGen.Registry;

/// <summary>How the registered devices go over to another table, all together and between dispatches.</summary>
internal sealed partial class DeviceRegistry
{
    /// <summary>
    /// Makes another plan the current one: every device is registered with it anew, in the order of the first registrations, and what a session
    /// that is over (or a host's own sequence) knows goes along. Anything but <see cref="MoveResult.Moved"/> leaves everything as it was.
    /// </summary>
    /// <param name="next">The plan; its lists are empty.</param>
    /// <param name="isSessionOpen">Asked when no dispatch can begin any more.</param>
    /// <param name="inUse">A device that needs rows which the plan has not got, if there is one.</param>
    public MoveResult Move(TablePlan next, Func<bool> isSessionOpen, out object? inUse)
    {
        inUse = null;
        lock (_gate)
        {
            if (!_dispatches.TryClose())
            {
                return MoveResult.Dispatching;
            }

            // From here a dispatch that begins waits; a session that opens does so in its first dispatch, or before it at this lock.
            try
            {
                if (isSessionOpen())
                {
                    return MoveResult.SessionOpen;
                }

                inUse = FirstInUse(next);
                if (inUse is not null)
                {
                    return MoveResult.InUse;
                }

                MoveDevices(next);
                return MoveResult.Moved;
            }
            finally
            {
                _dispatches.Open();
            }
        }
    }

    /// <summary>Whether a device is registered that handlers of one of the classes are called on.</summary>
    public bool HasDevices(IEnumerable<DeviceClass> classes)
    {
        HashSet<DeviceClass> asked = [.. classes];
        lock (_gate)
        {
            return FirstDevice(asked.Contains) is not null;
        }
    }

    private object? FirstInUse(TablePlan next)
    {
        HashSet<DeviceClass> stay = [.. next.Table.Classes];
        return FirstDevice(deviceClass => !stay.Contains(deviceClass));
    }

    private object? FirstDevice(Func<DeviceClass, bool> isOf)
    {
        for (int i = 0; i < _plan.Lists.Length; i++)
        {
            if (_plan.Lists[i].Live > 0 && _plan.Table.Classes[i] is not StaticDeviceClass && isOf(_plan.Table.Classes[i]))
            {
                return _plan.Lists[i].First;
            }
        }

        return null;
    }

    private void MoveDevices(TablePlan next)
    {
        int[] accepted = new int[next.Lists.Length];
        bool[] isPrefixOver = new bool[next.Lists.Length];
        int sequence = 0;
        foreach ((object device, DeviceKind old, int slot) in InOrder())
        {
            DeviceKind kind = next.Table.KindOf(device);
            Registration? registration = kind.Classes.Length == 1 ? null : new Registration(kind);
            bool hasAccepted = HasAccepted(ListOf(old, 0), slot);
            for (int i = 0; i < kind.Classes.Length; i++)
            {
                DeviceList list = next.Lists[kind.Classes[i]];
                int moved = list.Append(device, registration, sequence, isFirst: i == 0);
                list.ForgetPast();
                registration?.Slots[i] = moved;

                // Who was not asked in Setup ends the prefix: nobody behind may be told of an end by mistake.
                isPrefixOver[list.Index] |= registration is null && !hasAccepted;
                if (registration is null && !isPrefixOver[list.Index])
                {
                    accepted[list.Index] = moved + 1;
                }
            }

            registration?.AcceptedIn = hasAccepted ? _scope : null;
            sequence++;
        }

        MoveStaticHandlers(next, accepted);
        MoveScope(next, accepted);
        _registrations = sequence;
        Volatile.Write(ref _plan, next);
    }

    private bool HasAccepted(DeviceList list, int slot)
    {
        if (_scope is null)
        {
            return false;
        }

        return list.RegistrationAt(slot) is { } registration
            ? registration.AcceptedIn == _scope
            : slot < _scope.AcceptedPrefix(list);
    }

    private void MoveStaticHandlers(TablePlan next, int[] accepted)
    {
        for (int i = 0; i < next.Lists.Length; i++)
        {
            int old = next.Table.Classes[i] is StaticDeviceClass ? Array.IndexOf(_plan.Table.Classes, next.Table.Classes[i]) : -1;
            if (old >= 0 && _scope is not null)
            {
                accepted[i] = _scope.AcceptedPrefix(_plan.Lists[old]);
            }
        }
    }

    private void MoveScope(TablePlan next, int[] accepted)
    {
        if (_scope is null)
        {
            return;
        }

        _scope.Move(next, accepted);
        if (_scope.Refused is { } refused && refused is not StaticDeviceClass && !IsIn(next, refused))
        {
            // It is gone, and must not be kept alive.
            _scope.Refused = null;
        }
    }

    private static bool IsIn(TablePlan plan, object device)
    {
        DeviceKind kind = plan.Table.KindOf(device);
        return kind.Classes.Length > 0 && plan.Lists[kind.Classes[0]].SlotOf(device) >= 0;
    }
}
