using System.ComponentModel;
using System.Runtime.CompilerServices;
using NotifierGen.Dispatch;
using NotifierGen.Registry;

namespace NotifierGen.CompilerServices;

/// <summary>The table of a dispatcher class, shared by all of its instances. Created once by generated code; safe on any thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DispatchTable
{
    private const int SectionCount = (int)DispatchSection.IncomingFailed + 1;

    private readonly NotifierRow[] _rows;
    private readonly int[] _firstRow = new int[SectionCount + 1];
    private readonly MigrationMode[] _setupModes;
    private readonly MigrationMode[] _incomingSetupModes;

    // Weak, so that a type of an unloadable assembly does not outlive its devices.
    private readonly ConditionalWeakTable<Type, DeviceKind> _kinds = new();

    /// <summary>Takes the table over; the arrays must not be changed any more.</summary>
    /// <param name="classes">The device classes.</param>
    /// <param name="rows">The rows in call order, those of one event and phase together.</param>
    /// <param name="rowClasses">For each row, the index of its class in <paramref name="classes"/>.</param>
    public DispatchTable(DeviceClass[] classes, NotifierRow[] rows, int[] rowClasses)
    {
        _rows = rows;
        Classes = classes;
        RowClasses = rowClasses;
        _setupModes = new MigrationMode[classes.Length];
        _incomingSetupModes = new MigrationMode[classes.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            DispatchSection section = Sections.Of(rows[i].Event, rows[i].Phase);
            _firstRow[(int)section + 1]++;
            if (Sections.IsSetup(section))
            {
                (Sections.IsIncoming(section) ? _incomingSetupModes : _setupModes)[rowClasses[i]] |= rows[i].Modes;
            }
        }

        for (int i = 0; i < SectionCount; i++)
        {
            _firstRow[i + 1] += _firstRow[i];
        }
    }

    /// <summary>The rows in call order.</summary>
    public ReadOnlySpan<NotifierRow> Rows => _rows;

    internal DeviceClass[] Classes { get; }

    internal int[] RowClasses { get; }

    internal int FirstRow(DispatchSection section) => _firstRow[(int)section];

    /// <summary>The row behind the last one of a section.</summary>
    internal int EndRow(DispatchSection section) => _firstRow[(int)section + 1];

    internal bool IsEmpty(DispatchSection section) => FirstRow(section) == EndRow(section);

    /// <summary>The modes in which a class has a Setup (or IncomingSetup) handler of its own.</summary>
    internal MigrationMode SetupModes(int deviceClass, bool incoming) => (incoming ? _incomingSetupModes : _setupModes)[deviceClass];

    /// <summary>The classes of the table that a device is an instance of.</summary>
    internal DeviceKind KindOf(object device) =>
        _kinds.TryGetValue(device.GetType(), out DeviceKind? kind) ? kind : AddKind(device);

    // Apart from the look-up, which would otherwise allocate what only this needs.
    private DeviceKind AddKind(object device) => _kinds.GetValue(device.GetType(), _ => CreateKind(device));

    private DeviceKind CreateKind(object device)
    {
        List<int> classes = [];
        MigrationMode setup = 0;
        MigrationMode incomingSetup = 0;
        for (int i = 0; i < Classes.Length; i++)
        {
            if (Classes[i].IsInstance(device))
            {
                classes.Add(i);
                setup |= _setupModes[i];
                incomingSetup |= _incomingSetupModes[i];
            }
        }

        return new DeviceKind([.. classes], setup, incomingSetup);
    }
}
