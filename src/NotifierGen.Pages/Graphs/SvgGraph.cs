using System.Globalization;
using NotifierGen.Pages.Html;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Pages.Graphs;

/// <summary>The order of a table as a drawing: rows run from top to bottom; arcs beside them show the After and Before edges.</summary>
internal static class SvgGraph
{
    private const int Left = 24;
    private const int LineHeight = 24;
    private const int HeadHeight = 40;
    private const int GapHeight = 16;
    private const int TitleHeight = 56;
    private const double CharacterWidth = 7.4;
    private const int ArcStep = 18;
    private const int MostSteps = 8;
    private const int LabelWidth = 70;

    private const string Style =
        """
        :root { color-scheme: light dark; }
        .paper { fill: #ffffff; } .panel { fill: #f6f7f9; stroke: #d9dee6; } text { fill: #1c2430; font: 13px system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
        .title { font-size: 18px; font-weight: 600; } .head { font-weight: 600; } .quiet { fill: #5a6576; }
        .arc { fill: none; stroke: #0b63ce; stroke-width: 1.5; } .before { stroke: #b3541e; stroke-dasharray: 5 3; } .tip { fill: #0b63ce; } .tip.before { fill: #b3541e; }
        @media (prefers-color-scheme: dark) {
          .paper { fill: #12161d; } .panel { fill: #1a202a; stroke: #323c4a; } text { fill: #e6ebf2; } .quiet { fill: #9aa7b8; }
          .arc { stroke: #7db4ff; } .before { stroke: #f0a36b; } .tip { fill: #7db4ff; } .tip.before { fill: #f0a36b; }
        }

        """;

    public static string Write(TableContents table)
    {
        int[] middles = new int[table.Entries.Length];
        IGrouping<string, TableEntry>[] sections = [.. table.Entries.GroupBy(entry => entry.Moment)];
        int rowWidth = (int)(table.Entries.Select(entry => Name(entry).Length + 6).DefaultIfEmpty(20).Max() * CharacterWidth) + (2 * Left);
        int arcs = TableEdge.Of(table).IsEmpty ? 0 : (ArcStep * MostSteps) + LabelWidth;
        int width = Math.Max(rowWidth + arcs, (int)(table.Title.Length * 10.5) + (2 * Left)) + Left;
        HtmlWriter body = new();
        int y = TitleHeight;
        int row = 0;
        foreach (IGrouping<string, TableEntry> section in sections)
        {
            int count = section.Count();
            int height = HeadHeight + (count * LineHeight) + 8;
            body.Empty("rect", ("class", "panel"), ("x", "12"), ("y", Number(y)), ("width", Number(width - 24)), ("height", Number(height)), ("rx", "8")).Line();
            body.Element("text", section.Key, ("class", "head"), ("x", Number(Left)), ("y", Number(y + 26))).Line();
            foreach (TableEntry entry in section)
            {
                middles[row] = y + HeadHeight + ((row - FirstRow(sections, section)) * LineHeight) + 10;
                WriteRow(body, entry, row, middles[row]);
                row++;
            }

            y += height + GapHeight;
        }

        foreach (TableEdge edge in TableEdge.Of(table))
        {
            WriteArc(body, edge, rowWidth, middles[edge.From], middles[edge.To]);
        }

        HtmlWriter svg = new();
        svg.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", $"0 0 {Number(width)} {Number(y)}"), ("width", Number(width)), ("height", Number(y)), ("role", "img"), ("aria-labelledby", "title")).Line();
        svg.Element("title", $"{table.Title}: the rows in call order", ("id", "title")).Raw("\n<style>\n").Raw(Style.ReplaceLineEndings("\n")).Raw("</style>\n");
        svg.Raw("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        svg.Element("text", table.Title, ("class", "title"), ("x", Number(Left)), ("y", "34")).Line();
        return svg.Raw(body.ToString()).Raw("</svg>\n").ToString();
    }

    private static int FirstRow(IGrouping<string, TableEntry>[] sections, IGrouping<string, TableEntry> section) =>
        sections.TakeWhile(each => each != section).Sum(each => each.Count());

    private static void WriteRow(HtmlWriter svg, TableEntry entry, int row, int middle)
    {
        svg.Element("text", Number(row), ("class", "quiet"), ("x", Number(Left + 20)), ("y", Number(middle + 4)), ("text-anchor", "end"));
        svg.Open("text", ("x", Number(Left + 32)), ("y", Number(middle + 4))).Element("tspan", EventNames.NamespaceOf(entry.Row.Device), ("class", "quiet"));
        svg.Text(Name(entry)[EventNames.NamespaceOf(entry.Row.Device).Length..]).Close("text").Line();
    }

    private static string Name(TableEntry entry) => $"{entry.Row.Device}.{entry.Row.Handler}" + entry.Row.Order switch
    {
        0 => "",
        int.MinValue => " (first)",
        int.MaxValue => " (last)",
        _ => string.Create(CultureInfo.InvariantCulture, $" (order {entry.Row.Order})"),
    };

    /// <summary>The further apart the rows are, the wider the arc.</summary>
    private static void WriteArc(HtmlWriter svg, TableEdge edge, int x, int from, int to)
    {
        string? kind = edge.Relation == "Before" ? "before" : null;
        int reach = x + (ArcStep * (1 + Math.Min(Math.Abs(to - from) / LineHeight, MostSteps - 1)));
        svg.Open("path", ("class", $"arc {kind}".Trim()), ("d", $"M{Number(x)} {Number(from)}C{Number(reach)} {Number(from)} {Number(reach)} {Number(to)} {Number(x + 7)} {Number(to)}"));
        svg.Element("title", $"row {edge.From} runs before row {edge.To}: {edge.Relation}").Close("path");
        svg.Empty("path", ("class", $"tip {kind}".Trim()), ("d", $"M{Number(x)} {Number(to)}l9 -4v8z"));
        svg.Element("text", edge.Relation, ("class", "quiet"), ("x", Number(reach - (ArcStep / 4))), ("y", Number(((from + to) / 2) + 4))).Line();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
