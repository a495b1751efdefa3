using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Ordering;

/// <summary>Composes the rows of a project and of what it references into one table.</summary>
internal static class Composition
{
    /// <summary>What a device class of this project contributes.</summary>
    public static IEnumerable<ComposableRow> RowsOf(DeviceModel device)
    {
        string rowClass = device.RowNamespace + "." + device.RowClass;
        bool isHidden = device.Suppressions.Count > 0;
        foreach (DeviceRow row in device.Rows)
        {
            yield return new ComposableRow(
                new TableRow(
                    device.Class.FullName,
                    row.Row.Handler.Name,
                    row.Row.Section,
                    row.Row.Modes,
                    row.Row.Order,
                    row.Row.BudgetMicroseconds,
                    row.Row.RequiresStoppedVm,
                    row.Row.Handler.IsStatic,
                    device.Class.Key.Assembly,
                    Alias: "global",
                    rowClass,
                    row.Method,
                    Cref: isHidden ? null : device.Class.Cref + "." + row.Row.Handler.GroupCref),
                device.Class.Key,
                row.Row.After,
                row.Row.Before);
        }
    }

    /// <summary>The table of both, in call order.</summary>
    public static TableModel Compose(EquatableArray<ComposableRow> own, EquatableArray<ComposableRow> referenced)
    {
        List<ComposableRow> sorted = RowOrder.Sort(own.Concat(referenced));
        return new TableModel(
            new EquatableArray<TableRow>([.. sorted.Select(row => row.Row)]),
            sorted.Count == own.Count + referenced.Count ? default : LeftOut(own.Concat(referenced).Except(sorted)));
    }

    private static EquatableArray<TableRow> LeftOut(IEnumerable<ComposableRow> rows) =>
        new([.. rows.Select(row => row.Row).OrderBy(row => row.RowClass, StringComparer.Ordinal).ThenBy(row => row.Alias, StringComparer.Ordinal).ThenBy(row => row.Method, StringComparer.Ordinal)]);
}
