using NotifierGen.CompilerServices;
using NotifierGen.Modules;
using NotifierGen.Registry;

namespace NotifierGen.Dispatch;

/// <summary>The table of one dispatcher with the device lists that its rows walk. Another one takes its place when modules come or go.</summary>
internal sealed class TablePlan
{
    /// <summary>Makes empty lists for a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="calls">For each row, its method; null for a compiled table, whose dispatcher calls them directly.</param>
    /// <param name="version">How many plans the dispatcher had before.</param>
    public TablePlan(DispatchTable table, RowMethod[]? calls = null, int version = 0)
    {
        Table = table;
        Calls = calls;
        Version = version;
        Lists = new DeviceList[table.Classes.Length];
        for (int i = 0; i < Lists.Length; i++)
        {
            Lists[i] = table.Classes[i].CreateList(i);
            Lists[i].SetSetupModes(table.SetupModes(i, incoming: false), table.SetupModes(i, incoming: true));
        }

        Rows = new RowPlan[table.Rows.Length];
        for (int i = 0; i < Rows.Length; i++)
        {
            Rows[i] = new RowPlan(Lists[table.RowClasses[i]], table.Rows[i].Modes);
        }
    }

    public DispatchTable Table { get; }

    public RowMethod[]? Calls { get; }

    /// <summary>Tells plans apart without keeping the modules of an old one alive.</summary>
    public int Version { get; }

    public RowPlan[] Rows { get; }

    public DeviceList[] Lists { get; }
}
