using System.ComponentModel;
using NotifierGen.Dispatch;
using NotifierGen.Registry;

namespace NotifierGen.CompilerServices;

/// <summary>
/// Where a dispatch stands: the row and the device in it. Generated code only stores the position on its way; the library reads it after an
/// exception, records the fault and goes on behind the culprit. That is why no handler needs a try of its own.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct RowCursor
{
    private const int None = -1;

    private readonly RowPlan[] _rows;
    private readonly PairingScope? _scope;
    private readonly MigrationMode _mode;
    private readonly bool _mirrored;
    private readonly bool _isSetup;
    private readonly HandlerClock? _clock;

    // Nobody looks on, nothing is answered, nobody is left out one by one: rows are walked whole.
    private readonly bool _isPlain;

    private int _open;
    private bool _stepping;
    private bool _timing;
    private bool _stopped;
    private DeviceList? _list;
    private DeviceSlots? _slots;

    // The window that generated code walks, and what is left of the row behind it.
    private int _start;
    private int _length;
    private int _from;
    private int _to;

    internal RowCursor(TablePlan plan, DispatchSection section, MigrationMode mode, PairingScope? scope, HandlerClock? clock)
    {
        _rows = plan.Rows;
        _scope = scope;
        _clock = clock;
        _mode = mode;
        _mirrored = Sections.IsMirrored(section);
        _isSetup = Sections.IsSetup(section);
        _isPlain = clock is null && !_isSetup && scope is not { Refused: not null };
        _open = None;
        Section = section;
        Row = plan.Table.FirstRow(section);
    }

    /// <summary>The index, in the span of <see cref="Devices{T}"/>, of the device whose handler is called.</summary>
    public int Position { readonly get; set; }

    /// <summary>The row to enter: the first of the section, or, after a fault, the row of the fault.</summary>
    public int Row { readonly get; private set; }

    /// <summary>What is dispatched.</summary>
    public readonly DispatchSection Section { get; }

    /// <summary>What a Setup handler answered that refused.</summary>
    internal SetupResult Answer { readonly get; private set; }

    /// <summary>Whether a window is open, so that an exception is a handler's.</summary>
    internal readonly bool IsInRow => _length > 0;

    /// <summary>The row that is open.</summary>
    internal readonly int OpenRow => _open;

    /// <summary>The device whose handler threw or refused, as reports name it: null for a static handler.</summary>
    internal readonly object? Culprit => Current is StaticDeviceClass ? null : Current;

    private readonly object? Current => _slots!.DeviceAt(_start + Position);

    /// <summary>Opens a row, or goes on in it; true as long as there are devices to call.</summary>
    /// <param name="row">The index of the row in the table.</param>
    public bool Next(int row)
    {
        if (_open != row)
        {
            return Open(row);
        }

        if (_from < _to || !_isPlain)
        {
            return MoveOn();
        }

        _length = 0;
        return false;
    }

    /// <summary>The devices to call; unregistered ones are null.</summary>
    /// <typeparam name="T">The type the row's <see cref="DeviceClass"/> was created for.</typeparam>
    public readonly ReadOnlySpan<T?> Devices<T>()
        where T : class
    {
#if NET
        // The list was created by the row's own DeviceClass.Of<T>, so the array is a T[]; a checked cast would cost more than a handler.
        return new ReadOnlySpan<T?>(System.Runtime.CompilerServices.Unsafe.As<T?[]>(_slots!.Items), _start, _length);
#else
        return new ReadOnlySpan<T?>((T?[])_slots!.Items, _start, _length);
#endif
    }

    /// <summary>Takes a Setup handler's answer; true: it refused, and the row must return.</summary>
    /// <param name="result">The answer.</param>
    public bool Refuses(SetupResult result)
    {
        if (!result.IsRefused)
        {
            return false;
        }

        Answer = result;
        Refuse();
        if (_timing)
        {
            _clock!.Returned(_open, Culprit, result);
        }

        return true;
    }

    /// <summary>Ends a Setup walk at the device whose handler refused or threw; the ones before it had accepted.</summary>
    internal void Refuse()
    {
        if (_timing)
        {
            _clock!.Stop();
        }

        _stopped = true;
        if (_scope is not null)
        {
            Accept(Position);
            _scope.Refused = Current;
        }
    }

    /// <summary>Goes on behind the device whose handler threw: <see cref="Row"/> is the row to enter again.</summary>
    internal void SkipCulprit()
    {
        if (_timing)
        {
            _clock!.Stop();
        }

        Row = _open;
        int culprit = _start + Position;
        if (!_stepping)
        {
            (_from, _to) = _mirrored ? (_start, culprit) : (culprit + 1, _start + _length);
        }

        _length = 0;
    }
}
