using NotifierGen.CompilerServices;
using NotifierGen.Dispatch;
using NotifierGen.Generator.Ordering;
using NotifierGen.Registry;

namespace NotifierGen.Modules;

/// <summary>Makes one table of a compiled one and of the rows of modules: the table that the generator would have written for all of them.</summary>
internal static class TableMerge
{
    /// <summary>The plan of the table.</summary>
    /// <param name="compiled">The compiled table.</param>
    /// <param name="rows">Its rows and those of the modules.</param>
    /// <param name="version">The plan's version.</param>
    /// <exception cref="ModuleException">The rows wait for each other.</exception>
    public static TablePlan Merge(DispatchTable compiled, IReadOnlyList<MergeRow> rows, int version)
    {
        List<MergeRow> sorted = RowOrder.Sort(rows);
        HashSet<MergeRow> placed = new(sorted, ReferenceComparer.Instance);
        if (rows.Any(row => !row.IsLeftOut && !placed.Contains(row)))
        {
            List<List<MergeRow>> cycles = RowOrder.FindCycles(rows);
            List<MergeRow> cycle = cycles.Find(each => each.Exists(row => !row.IsLeftOut)) ?? cycles[0];
            throw new ModuleException(
                $"After and Before form a cycle in {Moment(cycle[0])}: {string.Join(" -> ", cycle.Append(cycle[0]))}. Remove one of the edges.");
        }

        return Plan(compiled, sorted, version);
    }

    /// <summary>
    /// The rows of the compiled table's classes. There may be more than the table has: rows that wait for each other have no place in it, but
    /// others still stand where they stand because of them. There must not be less.
    /// </summary>
    /// <param name="compiled">The compiled table.</param>
    /// <param name="read">The rows of the classes.</param>
    /// <exception cref="ModuleException">The loaded assemblies are not those that the table was compiled with.</exception>
    public static List<MergeRow> OfCompiled(DispatchTable compiled, IEnumerable<MergeRow> read)
    {
        Dictionary<NotifierRow, int> open = [];
        foreach (NotifierRow row in compiled.Rows)
        {
            open[row] = open.TryGetValue(row, out int count) ? count + 1 : 1;
        }

        List<MergeRow> rows = [];
        foreach (MergeRow row in read)
        {
            bool isThere = open.TryGetValue(row.Row, out int count) && count > 0;
            open[row.Row] = isThere ? count - 1 : 0;
            rows.Add(isThere ? row : row with { IsLeftOut = true });
        }

        foreach (KeyValuePair<NotifierRow, int> row in open)
        {
            if (row.Value > 0)
            {
                throw new ModuleException($"the dispatcher was compiled with other rows of '{row.Key.Assembly}' than the loaded assembly has. Rebuild the application.");
            }
        }

        return rows;
    }

    private static TablePlan Plan(DispatchTable compiled, List<MergeRow> rows, int version)
    {
        List<DeviceClass> classes = [.. compiled.Classes];
        Dictionary<DeviceClass, int> indices = [];
        for (int i = 0; i < classes.Count; i++)
        {
            indices.Add(classes[i], i);
        }

        int[] rowClasses = new int[rows.Count];
        for (int i = 0; i < rowClasses.Length; i++)
        {
            DeviceClass deviceClass = rows[i].Class;
            if (!indices.TryGetValue(deviceClass, out rowClasses[i]))
            {
                indices.Add(deviceClass, rowClasses[i] = classes.Count);
                classes.Add(deviceClass);
            }
        }

        DispatchTable table = new([.. classes], [.. rows.Select(row => row.Row)], rowClasses);
        return new TablePlan(table, [.. rows.Select(row => row.Call)], version);
    }

    private static string Moment(MergeRow row) =>
        Sections.HasPhases(row.Row.Event) ? $"{row.Row.Event}/{row.Row.Phase}" : row.Row.Event.ToString();
}
