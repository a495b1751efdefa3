using System.Globalization;
using System.Text;
using NotifierGen.Dispatch;

namespace NotifierGen;

/// <summary>Draws dispatch tables for people: who handles what, in call order.</summary>
public static class NotifierTable
{
    private static readonly string[] s_headers = ["device", "handler", "event", "phase", "modes", "order"];

    /// <summary>The rows in call order as a Markdown table. Lines end in LF.</summary>
    /// <param name="rows">The rows, as the generated <c>Table</c> property gives them.</param>
    public static string ToMarkdown(ReadOnlySpan<NotifierRow> rows)
    {
        StringBuilder text = new();
        AppendMarkdown(text, s_headers);
        AppendMarkdown(text, ["---", "---", "---", "---", "---", "---:"]);
        foreach (NotifierRow row in rows)
        {
            AppendMarkdown(text, Cells(row));
        }

        return text.ToString();
    }

    /// <summary>The rows in call order as text in aligned columns. Lines end in LF.</summary>
    /// <param name="rows">The rows, as the generated <c>Table</c> property gives them.</param>
    public static string ToText(ReadOnlySpan<NotifierRow> rows)
    {
        List<string[]> lines = [s_headers];
        foreach (NotifierRow row in rows)
        {
            lines.Add(Cells(row));
        }

        int[] widths = new int[s_headers.Length];
        foreach (string[] line in lines)
        {
            for (int i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], line[i].Length);
            }
        }

        StringBuilder text = new();
        foreach (string[] line in lines)
        {
            int last = widths.Length - 1;
            for (int i = 0; i < last; i++)
            {
                text.Append(line[i].PadRight(widths[i] + 2));
            }

            text.Append(line[last].PadLeft(widths[last])).Append('\n');
        }

        return text.ToString();
    }

    private static string[] Cells(NotifierRow row) =>
    [
        row.Device,
        row.Handler,
        row.Event.ToString(),
        Sections.HasPhases(row.Event) ? row.Phase.ToString() : "",
        row.Modes.ToString(),
        row.Order.ToString(CultureInfo.InvariantCulture),
    ];

    private static void AppendMarkdown(StringBuilder text, ReadOnlySpan<string> cells)
    {
        text.Append('|');
        foreach (string cell in cells)
        {
            // Generic device classes have angle brackets, which Markdown would take for HTML.
            text.Append(' ').Append(cell.Replace("<", "\\<")).Append(" |");
        }

        text.Append('\n');
    }
}
