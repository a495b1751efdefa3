using System.Collections.Immutable;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Tool.Differences;

/// <summary>Compares two tables row by row.</summary>
internal static class TableDifference
{
    /// <summary>The changes, in the order of the devices' names.</summary>
    public static ImmutableArray<RowChange> Find(TableContents old, TableContents current)
    {
        Dictionary<RowKey, NotifierRow> before = Keyed(old);
        Dictionary<RowKey, NotifierRow> after = Keyed(current);
        List<RowChange> changes =
        [
            .. before.Where(row => !after.ContainsKey(row.Key)).Select(row => new RowChange(ChangeKind.Lost, row.Value, "")),
            .. after.Where(row => !before.ContainsKey(row.Key)).Select(row => new RowChange(ChangeKind.Gained, row.Value, "")),
        ];
        foreach ((RowKey key, NotifierRow row) in after)
        {
            if (before.TryGetValue(key, out NotifierRow was) && Describe(was, row) is { Length: > 0 } what)
            {
                changes.Add(new RowChange(ChangeKind.Changed, row, what));
            }
        }

        changes.AddRange(Moved(before, after));
        return [.. changes.OrderBy(change => change.Row.Device, StringComparer.Ordinal)
            .ThenBy(change => change.Row.Event).ThenBy(change => change.Row.Phase).ThenBy(change => change.Kind).ThenBy(change => change.Row.Handler, StringComparer.Ordinal)];
    }

    /// <summary>Of the rows that both tables have, as few as must have moved for the order to be the new one.</summary>
    private static IEnumerable<RowChange> Moved(Dictionary<RowKey, NotifierRow> before, Dictionary<RowKey, NotifierRow> after)
    {
        foreach (IGrouping<(MigrationEvent, Phase), RowKey> section in after.Keys.Where(before.ContainsKey).GroupBy(key => (key.Event, key.Phase)))
        {
            RowKey[] now = [.. section];
            Dictionary<RowKey, int> places = before.Keys.Where(key => (key.Event, key.Phase) == section.Key && after.ContainsKey(key))
                .Select((key, place) => (key, place)).ToDictionary(each => each.key, each => each.place);
            bool[] stayed = IncreasingRun.Longest([.. now.Select(key => places[key])]);
            for (int i = 0; i < now.Length; i++)
            {
                if (!stayed[i])
                {
                    string where = i == 0 ? "it is the first now" : $"it runs behind {now[i - 1].Device}.{now[i - 1].Handler} now";
                    yield return new RowChange(ChangeKind.Moved, after[now[i]], FormattableString.Invariant($"{where} (place {places[now[i]] + 1} became {i + 1})"));
                }
            }
        }
    }

    private static string Describe(NotifierRow old, NotifierRow current)
    {
        List<string> parts = [];
        Compare("modes", old.Modes.ToString(), current.Modes.ToString());
        Compare("order", Text(old.Order), Text(current.Order));
        Compare("budget", $"{Text(old.BudgetMicroseconds)} us", $"{Text(current.BudgetMicroseconds)} us");
        Compare("requires a stopped VM", old.RequiresStoppedVm ? "yes" : "no", current.RequiresStoppedVm ? "yes" : "no");
        Compare("assembly", old.Assembly, current.Assembly);
        return string.Join("; ", parts);

        void Compare(string name, string was, string now)
        {
            if (was != now)
            {
                parts.Add($"{name}: {was} became {now}");
            }
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The rows in call order by what identifies them; overloads and rows of other modes are counted.</summary>
    private static Dictionary<RowKey, NotifierRow> Keyed(TableContents table)
    {
        Dictionary<RowKey, NotifierRow> rows = [];
        foreach (NotifierRow row in table.Rows)
        {
            RowKey key = new(row.Device, row.Handler, row.Event, row.Phase, 0);
            while (!rows.TryAdd(key, row))
            {
                key = key with { Number = key.Number + 1 };
            }
        }

        return rows;
    }

    private readonly record struct RowKey(string Device, string Handler, MigrationEvent Event, Phase Phase, int Number);
}
