using System.Globalization;
using System.Text;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Pages.Graphs;

/// <summary>The order of a table as a Mermaid flow chart: the rows of each event and phase one after the other, and why where an edge says so.</summary>
internal static class MermaidGraph
{
    public static string Write(TableContents table)
    {
        StringBuilder text = new("flowchart TB\n");
        int row = 0;
        int section = 0;
        foreach (IGrouping<string, TableEntry> group in table.Entries.GroupBy(entry => entry.Moment))
        {
            text.Append(CultureInfo.InvariantCulture, $"  subgraph s{section++}[\"{Escape(group.Key)}\"]\n    direction TB\n");
            int first = row;
            foreach (TableEntry entry in group)
            {
                string order = entry.Row.Order == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (order {entry.Row.Order})");
                text.Append(CultureInfo.InvariantCulture, $"    r{row}[\"{row} {Escape(EventNames.ShortName(entry.Row.Device))}.{Escape(entry.Row.Handler)}{order}\"]\n");
                row++;
            }

            for (int i = first; i < row - 1; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"    r{i} --> r{i + 1}\n");
            }

            text.Append("  end\n");
        }

        foreach (TableEdge edge in TableEdge.Of(table))
        {
            text.Append(CultureInfo.InvariantCulture, $"  r{edge.From} -. {edge.Relation} .-> r{edge.To}\n");
        }

        return text.ToString();
    }

    /// <summary>Mermaid has entities of its own.</summary>
    private static string Escape(string name)
    {
        StringBuilder text = new();
        foreach (char character in name)
        {
            bool isPlain = char.IsLetterOrDigit(character) || character is ' ' or '.' or ',' or '_' || char.IsSurrogate(character);
            text.Append(isPlain ? character.ToString() : string.Create(CultureInfo.InvariantCulture, $"#{(int)character};"));
        }

        return text.ToString();
    }
}
