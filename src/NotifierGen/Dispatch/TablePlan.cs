using NotifierGen.CompilerServices;
using NotifierGen.Modules;
using NotifierGen.Registry;

namespace NotifierGen.Dispatch;

/// <summary>The table of one dispatcher with the device lists that its rows walk. Another one takes its place when modules come or go.</summary>
internal sealed class TablePlan
{
    private readonly int _sectionsWithBudget;

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
            bool hasBudget = table.Rows[i].BudgetMicroseconds > 0;
            Rows[i] = new RowPlan(Lists[table.RowClasses[i]], table.Rows[i].Modes, hasBudget);
            if (hasBudget)
            {
                _sectionsWithBudget |= 1 << (int)Sections.Of(table.Rows[i].Event, table.Rows[i].Phase);
            }
        }
    }

    public DispatchTable Table { get; }

    /// <summary>Whether a row of the section has a budget.</summary>
    public bool HasBudgets(DispatchSection section) => (_sectionsWithBudget & (1 << (int)section)) != 0;

    public RowMethod[]? Calls { get; }

    /// <summary>Tells plans apart without keeping the modules of an old one alive.</summary>
    public int Version { get; }

    public RowPlan[] Rows { get; }

    public DeviceList[] Lists { get; }
}
