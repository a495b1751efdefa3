using System.Collections.Immutable;

namespace NotifierGen.Pages.Tables;

/// <summary>That a row runs before another one because one of them says so.</summary>
/// <param name="From">The number of the row that runs first.</param>
/// <param name="To">The number of the row that runs later.</param>
/// <param name="Relation">What was written: <c>After</c> at the later row, or <c>Before</c> at the first.</param>
internal sealed record TableEdge(int From, int To, string Relation)
{
    /// <summary>The edges of a table, in its order.</summary>
    public static ImmutableArray<TableEdge> Of(TableContents table)
    {
        ILookup<(string Moment, string Device), int> rows = Enumerable.Range(0, table.Entries.Length).ToLookup(row => (table.Entries[row].Moment, table.Entries[row].Row.Device));
        List<TableEdge> edges = [];
        for (int row = 0; row < table.Entries.Length; row++)
        {
            TableEntry entry = table.Entries[row];
            int here = row;
            edges.AddRange(entry.After.SelectMany(device => rows[(entry.Moment, device)]).Select(other => new TableEdge(other, here, "After")));
            edges.AddRange(entry.Before.SelectMany(device => rows[(entry.Moment, device)]).Select(other => new TableEdge(here, other, "Before")));
        }

        return [.. edges];
    }
}
