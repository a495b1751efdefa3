using System.CommandLine;
using NotifierGen.Pages.Records;
using NotifierGen.Pages.Timelines;
using NotifierGen.Tool.Reading;

namespace NotifierGen.Tool.Commands;

/// <summary><c>timeline</c>: draws a recorded migration.</summary>
internal static class TimelineCommand
{
    public static Command Create()
    {
        Command command = new("timeline", "Makes a page of a recorded migration: rounds, switchover, the downtime, every handler as a bar by device, budgets, faults.");
        Argument<string> file = new("FILE")
        {
            Description =
                """
                The record: the emulator's own (migrate --record); a .nettrace file with events of the EventSource NotifierGen, or these events as JSON, an
                object a line: {"TimeStamp": "...", "EventName": "HandlerStart", "Payload": {"device": "...", ...}}; or activities as OpenTelemetry exports
                them (OTLP JSON). The last migration in it is drawn.
                """,
        };
        command.Arguments.Add(file);
        OutputOptions output = new(command, ("html", [".html", ".htm"]), ("json", [".json"]));
        Examples.Of(
            command,
            ("notifiergen timeline migration.json -o timeline.html", "a record of the emulator: migrate --record migration.json"),
            ("notifiergen timeline trace.nettrace -o timeline.html", "of any host: dotnet-trace collect --providers NotifierGen:7:4"),
            ("notifiergen timeline traces.json -o timeline.html", "what the OpenTelemetry collector's file exporter wrote"),
            ("notifiergen timeline events.jsonl -f json", "the record that was read, as JSON"));
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(file)!;
            MigrationRecord record = Read(path);
            output.Write(parsed, output.Format(parsed) == "json" ? RecordJson.Write(record) : TimelinePage.Write(record));
        });
        return command;
    }

    private static MigrationRecord Read(string path)
    {
        byte[] bytes = InputFile.ReadBytes(path);
        try
        {
            return RecordReader.Read(bytes, Path.GetFileName(path));
        }
        catch (RecordException exception)
        {
            throw new ToolException(
                exception.IsOtherVersion ? ExitCode.OtherSchema : ExitCode.Damaged,
                $"'{path}' cannot be drawn: {exception.Message}.");
        }
    }
}
