using System.Collections.Immutable;
using System.CommandLine;
using NotifierGen.Pages.Tables;
using NotifierGen.Tool.Differences;
using NotifierGen.Tool.Reading;

namespace NotifierGen.Tool.Commands;

/// <summary><c>diff</c>: what changed between two builds.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        Command command = new("diff", "Says which devices gained, lost or moved a handler between two builds of an application or of a device library.");
        Argument<string> old = new("OLD") { Description = "The assembly as it was." };
        Argument<string> current = new("NEW") { Description = "The assembly as it is." };
        Option<bool> exitCode = new("--exit-code") { Description = "Ends with 1 if the tables differ." };
        command.Arguments.Add(old);
        command.Arguments.Add(current);
        command.Options.Add(exitCode);
        OutputOptions output = new(command, ("text", [".txt"]), ("markdown", [".md"]), ("json", [".json"]));
        Examples.Of(
            command,
            ("notifiergen diff old/Emulator.dll new/Emulator.dll", "what changed, device by device"),
            ("notifiergen diff old/Emulator.dll new/Emulator.dll --exit-code", "for CI: ends with 1 on a change"),
            ("notifiergen diff old/Emulator.dll new/Emulator.dll -f markdown", "for a comment in a review"));
        command.SetAction(parsed =>
        {
            ImmutableArray<RowChange> changes = TableDifference.Find(Read(parsed, parsed.GetValue(old)!), Read(parsed, parsed.GetValue(current)!));
            output.Write(parsed, output.Format(parsed) switch
            {
                "markdown" => DifferenceText.ToMarkdown(changes),
                "json" => DifferenceText.ToJson(changes),
                _ => DifferenceText.ToText(changes),
            });
            return (int)(parsed.GetValue(exitCode) && !changes.IsEmpty ? ExitCode.Different : ExitCode.Success);
        });
        return command;
    }

    private static TableContents Read(ParseResult parsed, string path)
    {
        ComposedTable table = TableReader.Read([path]);
        LeftOutRows.Warn(parsed.InvocationConfiguration.Error, table);
        return TableDrawing.Contents(table);
    }
}
