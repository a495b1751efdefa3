using System.CommandLine;
using NotifierGen.Pages.Graphs;
using NotifierGen.Pages.Tables;
using NotifierGen.Tool.Reading;

namespace NotifierGen.Tool.Commands;

/// <summary><c>graph</c>: draws the order of a table with its edges.</summary>
internal static class GraphCommand
{
    public static Command Create()
    {
        Command command = new("graph", "Draws the order of a dispatch table with its After and Before edges.");
        Argument<string[]> files = Arguments.Assemblies();
        command.Arguments.Add(files);
        OutputOptions output = new(command, ("mermaid", [".mmd", ".md"]), ("svg", [".svg"]));
        Examples.Of(
            command,
            ("notifiergen graph Emulator.dll", "as Mermaid, for Markdown files"),
            ("notifiergen graph Emulator.dll -o order.svg", "as a drawing"));
        command.SetAction(parsed =>
        {
            ComposedTable table = TableReader.Read(parsed.GetValue(files)!);
            LeftOutRows.Warn(parsed.InvocationConfiguration.Error, table);
            TableContents contents = TableDrawing.Contents(table);
            output.Write(parsed, output.Format(parsed) == "svg" ? SvgGraph.Write(contents) : MermaidGraph.Write(contents));
        });
        return command;
    }
}
