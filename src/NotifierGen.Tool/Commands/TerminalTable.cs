using System.Globalization;
using NotifierGen.Pages.Tables;
using Spectre.Console;

namespace NotifierGen.Tool.Commands;

/// <summary>A table for a terminal: as wide as it is, by event and phase.</summary>
internal static class TerminalTable
{
    /// <summary>Whether people look at the output; a file or a program gets plain text.</summary>
    public static bool IsWanted(TextWriter output) => ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;

    public static void Draw(TableContents contents)
    {
        AnsiConsole.Write(new Rule(Markup.Escape(contents.Title)) { Justification = Justify.Left });
        Table table = new Table().Border(TableBorder.Simple).Expand();
        table.AddColumn("device").AddColumn("handler").AddColumn("modes").AddColumn(new TableColumn("order").RightAligned()).AddColumn(new TableColumn("budget").RightAligned());
        foreach (IGrouping<string, TableEntry> section in contents.Entries.GroupBy(entry => entry.Moment))
        {
            table.AddRow(new Markup($"[bold yellow]{Markup.Escape(section.Key)}[/]"));
            foreach (TableEntry entry in section)
            {
                NotifierRow row = entry.Row;
                table.AddRow(
                    new Markup($"[grey]{Markup.Escape(EventNames.NamespaceOf(row.Device))}[/]{Markup.Escape(EventNames.ShortName(row.Device))}"),
                    new Text(row.Handler),
                    new Text(row.Modes.ToString()),
                    new Text(row.Order.ToString(CultureInfo.InvariantCulture)),
                    new Text(row.BudgetMicroseconds == 0 ? "" : $"{row.BudgetMicroseconds} us"));
            }
        }

        AnsiConsole.Write(table);
    }
}
