using System.Collections.Immutable;

namespace NotifierGen.Generator.Model;

/// <summary>Joins the handlers of a project into device classes, the same whatever the order of its files.</summary>
internal static class DeviceGrouping
{
    public static ImmutableArray<DeviceModel> Group(IEnumerable<HandlerModel> handlers)
    {
        var classes = new Dictionary<string, List<HandlerModel>>(StringComparer.Ordinal);
        foreach (HandlerModel handler in handlers)
        {
            if (!classes.TryGetValue(handler.Device.FullName, out List<HandlerModel>? members))
            {
                classes.Add(handler.Device.FullName, members = []);
            }

            // Both halves of a partial method may be annotated; then the same handler is found twice.
            if (!members.Contains(handler))
            {
                members.Add(handler);
            }
        }

        string[] names = [.. classes.Keys];
        Array.Sort(names, StringComparer.Ordinal);
        string[] fileNames = FileNames.Of(names, ".g.cs");
        ImmutableArray<DeviceModel>.Builder devices = ImmutableArray.CreateBuilder<DeviceModel>(fileNames.Length);
        for (int i = 0; i < names.Length; i++)
        {
            devices.Add(Join(classes[names[i]], fileNames[i]));
        }

        return devices.MoveToImmutable();
    }

    private static DeviceModel Join(List<HandlerModel> handlers, string fileName)
    {
        var rows = new List<RowModel>(handlers.Count);
        foreach (HandlerModel handler in handlers)
        {
            rows.AddRange(handler.Rows);
        }

        return new DeviceModel(handlers[0].Device, fileName, new EquatableArray<DeviceRow>(Name(rows)), Suppressions(handlers));
    }

    private static EquatableArray<Suppression> Suppressions(List<HandlerModel> handlers)
    {
        // Most classes have none.
        if (!handlers.Exists(static handler => handler.Suppressions.Count > 0 || handler.Device.Suppressions.Count > 0))
        {
            return default;
        }

        var suppressions = new SortedDictionary<string, Suppression>(StringComparer.Ordinal);
        foreach (Suppression suppression in handlers.SelectMany(static handler => handler.Suppressions.Concat(handler.Device.Suppressions)))
        {
            suppressions[suppression.Ids] = suppression;
        }

        return new EquatableArray<Suppression>([.. suppressions.Values]);
    }

    /// <summary>Names the rows' methods: by event, phase and handler, and by a number where overloads or modes make that ambiguous.</summary>
    private static DeviceRow[] Name(List<RowModel> rows)
    {
        rows.Sort(CompareSignatures);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var named = new DeviceRow[rows.Count];
        for (int i = 0; i < named.Length; i++)
        {
            string name = MethodName(rows[i]);
            string unique = name;
            for (int number = 2; !taken.Add(unique); number++)
            {
                unique = FormattableString.Invariant($"{name}_{number}");
            }

            named[i] = new DeviceRow(unique, rows[i]);
        }

        Array.Sort(named, CompareCallOrder);
        return named;
    }

    private static string MethodName(RowModel row) =>
        row.Section.HasPhase()
            ? row.Section.EventName() + "_" + row.Section.PhaseName() + "_" + row.Handler.Name
            : row.Section.EventName() + "_" + row.Handler.Name;

    private static int CompareSignatures(RowModel left, RowModel right)
    {
        int result = string.CompareOrdinal(left.Handler.Name, right.Handler.Name);
        result = result != 0 ? result : left.Handler.TakesContext.CompareTo(right.Handler.TakesContext);
        result = result != 0 ? result : left.Section.CompareTo(right.Section);
        return result != 0 ? result : left.Modes.CompareTo(right.Modes);
    }

    /// <summary>The order of the rows in their own file: that of a table, but for edges to other classes.</summary>
    private static int CompareCallOrder(DeviceRow left, DeviceRow right)
    {
        int result = left.Row.Section.CompareTo(right.Row.Section);
        result = result != 0 ? result : left.Row.Order.CompareTo(right.Row.Order);
        if (result != 0)
        {
            return result;
        }

        result = string.CompareOrdinal(left.Row.Handler.Name, right.Row.Handler.Name);
        result = result != 0 ? result : left.Method.Length.CompareTo(right.Method.Length);
        result = result != 0 ? result : string.CompareOrdinal(left.Method, right.Method);
        return left.Row.Section.IsMirrored() ? -result : result;
    }
}
