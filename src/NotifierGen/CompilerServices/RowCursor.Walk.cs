using NotifierGen.Dispatch;
using NotifierGen.Registry;

namespace NotifierGen.CompilerServices;

/// <content>How a row is walked: whole where nothing is special, otherwise device by device.</content>
public ref partial struct RowCursor
{
    private bool Open(int row)
    {
        ref readonly RowPlan plan = ref _rows[row];
        if ((plan.Modes & _mode) == 0 || _stopped)
        {
            return false;
        }

        _slots = plan.List.Open(out int count);
        if (count == 0)
        {
            return false;
        }

        _open = row;
        _list = plan.List;
        _stepping = false;
        if (_isPlain && _slots!.Registrations is null)
        {
            return OpenWhole(plan.List, count);
        }

        _stepping = _timing = _clock is not null && _clock.Times(row);
        _length = 0;
        _from = 0;
        _to = count;
        if (_scope is not null)
        {
            Pair(plan.List);
        }

        if (_timing)
        {
            _clock!.StartRow(row);
        }

        return _scope is { IsRehearsal: true } ? Rehearse() : Advance();
    }

    /// <summary>What the rest of a row's opening comes to where nothing is special: one window.</summary>
    private bool OpenWhole(DeviceList list, int count)
    {
        int end = _scope is null ? count : Accepted(list, count);
        _from = end;
        _to = end;
        if (_scope is { IsRehearsal: true })
        {
            return Rehearse();
        }

        SetWindow(0, end);
        return end != 0;
    }

    /// <summary>Enters the row on no device. Not a static one's, which has no devices to walk.</summary>
    private bool Rehearse()
    {
        _from = _to;
        SetWindow(0, 0);
        return _slots!.Items is not StaticDeviceClass[];
    }

    /// <summary>Leaves out the devices that do not take part. One by one where they are not simply a prefix of the list.</summary>
    private void Pair(DeviceList list)
    {
        _stepping |= _slots!.Registrations is not null || (_scope!.Refused is not null && !_isSetup);
        if (!_stepping && !_isSetup)
        {
            _to = Accepted(list, _to);
        }
    }

    private readonly int Accepted(DeviceList list, int count) => _scope!.HasSetup(list, _mode) ? Math.Min(count, _scope.AcceptedPrefix(list)) : count;

    private bool MoveOn()
    {
        if (_timing)
        {
            _clock!.Stop();
        }

        if (_stopped)
        {
            return EndRow();
        }

        if (_timing && IsInRow)
        {
            _clock!.Returned(_open, Culprit, SetupResult.Accept);
        }

        if (_isSetup && _scope is not null)
        {
            Accept(_length);
        }

        return Advance();
    }

    private bool Advance()
    {
        while (_from < _to)
        {
            if (!_stepping)
            {
                SetWindow(_from, _to - _from);
                _from = _to;
                return true;
            }

            int slot = _mirrored ? --_to : _from++;
            if (_isSetup || _scope is null ? _slots!.Items[slot] is not null : _scope.Includes(_list!, _slots!, slot, _mode))
            {
                SetWindow(slot, 1);
                if (_timing && Refuses(_clock!.Start(_open, Culprit)))
                {
                    return EndRow();
                }

                return true;
            }
        }

        return EndRow();
    }

    private bool EndRow()
    {
        if (_timing)
        {
            _clock!.StopRow(_open);
        }

        _length = 0;
        return false;
    }

    private void SetWindow(int start, int length)
    {
        _start = start;
        _length = length;
        Position = 0;
    }

    /// <summary>The first devices of the window accepted.</summary>
    private readonly void Accept(int count)
    {
        if (count == 0)
        {
            return;
        }

        if (_stepping && _slots!.Registrations?[_start] is { } registration)
        {
            registration.AcceptedIn = _scope;
        }
        else
        {
            _scope!.AcceptUpTo(_list!, _start + count);
        }
    }
}
