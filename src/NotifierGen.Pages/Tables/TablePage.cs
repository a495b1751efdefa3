using System.Globalization;
using NotifierGen.Pages.Html;

namespace NotifierGen.Pages.Tables;

/// <summary>A table as a page.</summary>
internal static class TablePage
{
    private const int Columns = 7;

    public static string Write(TableContents table) => Page.Write(
        table.Title,
        table.IsOfDispatcher
            ? $"Who handles what when the machine of {table.Name} migrates, in call order."
            : "What these device libraries contribute to a dispatch table, in the order among themselves.",
        "table.js",
        html =>
        {
            WriteFacts(html, table);
            WriteFilter(html, table);
            WriteTable(html, table);
        });

    private static void WriteFacts(HtmlWriter html, TableContents table)
    {
        html.Raw("<dl class=\"facts\">\n");
        Page.Fact(html, "rows", EventNames.Number(table.Entries.Length));
        Page.Fact(html, "device classes", EventNames.Number(table.Entries.Select(entry => (entry.Row.Assembly, entry.Row.Device)).Distinct().Count()));
        Page.Fact(html, "assemblies", EventNames.Number(table.Entries.Select(entry => entry.Row.Assembly).Distinct().Count()));
        Page.Fact(html, "with a budget", EventNames.Number(table.Entries.Count(entry => entry.Row.BudgetMicroseconds > 0)));
        html.Raw("</dl>\n");
    }

    /// <summary>Shown by the script: without it there is nothing to filter with.</summary>
    private static void WriteFilter(HtmlWriter html, TableContents table)
    {
        html.Raw("<form class=\"filter\" role=\"search\" hidden>\n");
        html.Raw("<label>Find a device, handler or assembly<input type=\"search\" name=\"text\" autocomplete=\"off\"></label>\n");
        html.Raw("<label>Mode<select name=\"mode\"><option value=\"\">all modes</option>");
        foreach (string mode in table.Entries.Aggregate((MigrationMode)0, (modes, entry) => modes | entry.Row.Modes) is var all && all == 0 ? [] : Enum.GetValues<MigrationMode>()
            .Where(mode => mode != MigrationMode.All && all.HasFlag(mode)).Select(mode => mode.ToString()))
        {
            html.Element("option", mode);
        }

        html.Raw("</select></label>\n<output aria-live=\"polite\"></output>\n</form>\n");
    }

    private static void WriteTable(HtmlWriter html, TableContents table)
    {
        // Narrow screens lay the cells out as blocks, which would take the table's roles away.
        html.Raw("<table class=\"cards compact\" role=\"table\">\n<caption>The rows in call order. A row runs over all registered devices of its class before the next one begins.</caption>\n");
        html.Raw("<thead role=\"rowgroup\"><tr role=\"row\">");
        html.Raw("<th scope=\"col\" role=\"columnheader\" class=\"number\">row</th>");
        foreach (string column in (string[])["device", "handler", "modes"])
        {
            html.Element("th", column, ("scope", "col"), ("role", "columnheader"));
        }

        html.Raw("<th scope=\"col\" role=\"columnheader\" class=\"number\">order</th><th scope=\"col\" role=\"columnheader\" class=\"number\">budget</th>");
        html.Raw("<th scope=\"col\" role=\"columnheader\">assembly</th></tr></thead>\n");
        int number = 0;
        foreach (IGrouping<string, TableEntry> section in table.Entries.GroupBy(entry => entry.Moment))
        {
            html.Raw("<tbody role=\"rowgroup\">\n<tr class=\"group\" role=\"row\">");
            html.Open("th", ("scope", "rowgroup"), ("role", "rowheader"), ("colspan", Columns.ToString(CultureInfo.InvariantCulture))).Text(section.Key);
            int count = section.Count();
            html.Element("small", count == 1 ? "1 row" : $"{count} rows").Close("th").Raw("</tr>\n");
            foreach (TableEntry entry in section)
            {
                WriteRow(html, entry, number++);
            }

            html.Raw("</tbody>\n");
        }

        html.Raw("</table>\n");
    }

    private static void WriteRow(HtmlWriter html, TableEntry entry, int number)
    {
        NotifierRow row = entry.Row;
        string[] modes = [.. EventNames.ModesOf(row.Modes)];
        string listed = string.Join(' ', Enum.GetValues<MigrationMode>().Where(mode => mode != MigrationMode.All && row.Modes.HasFlag(mode)));
        html.Open("tr", ("role", "row"), ("data-text", $"{row.Device} {row.Handler} {row.Assembly} {entry.Moment}".ToLowerInvariant()), ("data-modes", listed));
        Open(html, "row", "number row-number").Text(EventNames.Number(number)).Close("td");
        html.Open("th", ("scope", "row"), ("role", "rowheader"), ("data-label", "device")).Raw("<span>");
        html.Element("span", EventNames.NamespaceOf(row.Device), ("class", "space")).Raw("<wbr>").Element("span", EventNames.ShortName(row.Device), ("class", "name"));
        html.Raw("</span>").Close("th");
        Open(html, "handler").Raw("<span>").Element("code", row.Handler);
        WriteEdges(html, "after", entry.After);
        WriteEdges(html, "before", entry.Before);
        html.Raw("</span>").Close("td");
        Open(html, "modes").Raw("<span class=\"chips\">");
        foreach (string mode in modes)
        {
            html.Element("span", mode, ("class", "chip"));
        }

        WriteNeeds(html, entry);
        html.Raw("</span>").Close("td");
        Open(html, "order", row.Order == 0 ? "number order usual" : "number order").Text(Order(row.Order)).Close("td");
        Open(html, "budget", row.BudgetMicroseconds == 0 ? "number budget usual" : "number budget").Text(row.BudgetMicroseconds == 0 ? "" : $"{EventNames.Number(row.BudgetMicroseconds)} µs").Close("td");
        Open(html, "assembly", "assembly").Raw("<span>").Text(row.Assembly).Raw("</span>").Close("td").Raw("</tr>\n");
    }

    private static HtmlWriter Open(HtmlWriter html, string label, string? kind = null) =>
        html.Open("td", ("role", "cell"), ("data-label", label), ("class", kind));

    private static void WriteNeeds(HtmlWriter html, TableEntry entry)
    {
        if (entry.Row.RequiresStoppedVm)
        {
            html.Element("span", "stopped VM", ("class", "chip"), ("title", "A running VM is stopped for this handler."));
        }

        if (entry.IsStatic)
        {
            html.Element("span", "static", ("class", "chip"), ("title", "Runs once a dispatch, on no device."));
        }
    }

    private static void WriteEdges(HtmlWriter html, string relation, IReadOnlyList<string> classes)
    {
        if (classes.Count > 0)
        {
            html.Element("span", $"{relation} {string.Join(", ", classes.Select(EventNames.ShortName))}", ("class", "edges"));
        }
    }

    // The two ends of the order are words in the source as well.
    private static string Order(int order) => order switch
    {
        int.MinValue => "first",
        int.MaxValue => "last",
        _ => order.ToString(CultureInfo.InvariantCulture),
    };
}
