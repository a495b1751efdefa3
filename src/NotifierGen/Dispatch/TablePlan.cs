using NotifierGen.CompilerServices;
using NotifierGen.Registry;

namespace NotifierGen.Dispatch;

/// <summary>The table of one dispatcher with the device lists that its rows walk.</summary>
internal sealed class TablePlan
{
    public TablePlan(DispatchTable table)
    {
        Table = table;
        Lists = new DeviceList[table.Classes.Length];
        for (int i = 0; i < Lists.Length; i++)
        {
            Lists[i] = table.Classes[i].CreateList(i);
        }

        Rows = new RowPlan[table.Rows.Length];
        for (int i = 0; i < Rows.Length; i++)
        {
            Rows[i] = new RowPlan(Lists[table.RowClasses[i]], table.Rows[i].Modes);
        }
    }

    public DispatchTable Table { get; }

    public RowPlan[] Rows { get; }

    public DeviceList[] Lists { get; }
}
