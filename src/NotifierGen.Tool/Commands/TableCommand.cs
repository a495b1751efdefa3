using System.CommandLine;
using NotifierGen.Pages.Tables;
using NotifierGen.Tool.Reading;

namespace NotifierGen.Tool.Commands;

/// <summary><c>table</c>: draws a dispatch table.</summary>
internal static class TableCommand
{
    public static Command Create()
    {
        Command command = new("table", "Draws the dispatch table of an application, or the rows of device libraries, in call order.");
        Argument<string[]> files = Arguments.Assemblies();
        command.Arguments.Add(files);
        OutputOptions output = new(command, ("text", [".txt"]), ("markdown", [".md"]), ("json", [".json"]), ("html", [".html", ".htm"]));
        Examples.Of(
            command,
            ("notifiergen table Emulator.dll", "as text"),
            ("notifiergen table Emulator.dll -f markdown", "as it stands in the file of NotifierGenTableFile"),
            ("notifiergen table Emulator.dll Tpm.dll -o table.html", "a page, with a plugin's rows in their places"),
            ("notifiergen table Devices.Vfio.dll -f json", "what one device library contributes"));
        command.SetAction(parsed =>
        {
            ComposedTable table = TableReader.Read(parsed.GetValue(files)!);
            LeftOutRows.Warn(parsed.InvocationConfiguration.Error, table);
            TableContents contents = TableDrawing.Contents(table);
            string format = output.Format(parsed);
            if (format == "text" && !output.IsFile(parsed) && TerminalTable.IsWanted(parsed.InvocationConfiguration.Output))
            {
                TerminalTable.Draw(contents);
                return;
            }

            output.Write(parsed, format switch
            {
                "markdown" => NotifierTable.ToMarkdown(contents.Rows),
                "json" => TableJson.Write(contents),
                "html" => TablePage.Write(contents),
                _ => NotifierTable.ToText(contents.Rows),
            });
        });
        return command;
    }
}
