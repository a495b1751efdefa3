using System.Text;
using System.Text.Json;

namespace NotifierGen.Pages.Records;

/// <summary>A record as JSON: what an emulator writes and the tool reads.</summary>
internal static class RecordJson
{
    public const string Schema = "notifiergen.migration";
    public const int Version = 1;

    private static readonly JsonWriterOptions s_options = new() { Indented = true };

    public static string Write(MigrationRecord record)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteNumber("version", Version);
            json.WriteString("title", record.Title);
            json.WriteString("mode", record.Mode);
            json.WriteString("outcome", record.Outcome);
            json.WriteBoolean("failed", record.Failed);
            Write(json, "rounds", record.Rounds, static (json, round) =>
            {
                json.WriteNumber("number", round.Number);
                WriteTime(json, round.At, round.Duration);
                json.WriteNumber("pages", round.Pages);
                json.WriteNumber("bytes", round.Bytes);
                json.WriteNumber("dirtyPages", round.DirtyPages);
            });
            Write(json, "pauses", record.Pauses, static (json, pause) =>
            {
                WriteTime(json, pause.At, pause.Duration);
                json.WriteString("end", pause.End.ToString());
            });
            Write(json, "postcopies", record.Postcopies, static (json, postcopy) =>
            {
                WriteTime(json, postcopy.At, postcopy.Duration);
                json.WriteNumber("pages", postcopy.Pages);
                json.WriteNumber("missingPages", postcopy.MissingPages);
                json.WriteNumber("requestedPages", postcopy.RequestedPages);
                json.WriteBoolean("whole", postcopy.Whole);
            });
            Write(json, "dispatches", record.Dispatches, static (json, dispatch) =>
            {
                WriteMoment(json, dispatch.Event, dispatch.Phase);
                WriteTime(json, dispatch.At, dispatch.Duration);
            });
            Write(json, "handlers", record.Handlers, WriteHandler);
            Write(json, "marks", record.Marks, static (json, mark) =>
            {
                json.WriteNumber("at", Tenths(mark.At));
                json.WriteBoolean("failure", mark.IsFailure);
                json.WriteString("text", mark.Text);
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    public static MigrationRecord Read(JsonElement root)
    {
        JsonPlace place = new(root, "$");
        int version = (int)Math.Clamp(place.Number("version"), int.MinValue, int.MaxValue);
        if (version != Version)
        {
            throw new RecordException(
                FormattableString.Invariant($"it is a record of version {version}, and this tool reads version {Version}; ") + (version > Version ? "update the tool" : "record the migration again"),
                isOtherVersion: true);
        }

        return new MigrationRecord
        {
            Title = place.Text("title"),
            Mode = place.Text("mode"),
            Outcome = place.Text("outcome"),
            Failed = place.Flag("failed"),
            Rounds = [.. place.Items("rounds").Select(static each => new RecordedRound((int)each.Count("number", int.MaxValue), each.Time("at"), each.Time("duration"), each.Count("pages"), each.Count("bytes"), each.Count("dirtyPages")))],
            Pauses = [.. place.Items("pauses").Select(static each => new RecordedPause(each.Time("at"), each.Time("duration"), each.Word<PauseEnd>("end")))],
            Postcopies = [.. place.Items("postcopies").Select(static each => new RecordedPostcopy(each.Time("at"), each.Time("duration"), each.Count("pages"), each.Count("missingPages"), each.Count("requestedPages"), each.Flag("whole")))],
            Dispatches = [.. place.Items("dispatches").Select(static each => new RecordedDispatch(each.Word<MigrationEvent>("event"), each.Word<Phase>("phase"), each.Time("at"), each.Time("duration")))],
            Handlers = [.. place.Items("handlers").Select(ReadHandler)],
            Marks = [.. place.Items("marks").Select(static each => new RecordedMark(each.Time("at"), each.Flag("failure"), each.Text("text")))],
        };
    }

    private static RecordedHandler ReadHandler(JsonPlace place) =>
        new(place.Text("class"), place.Text("handler"), place.Word<MigrationEvent>("event"), place.Word<Phase>("phase"), place.Time("at"), place.Time("duration"))
        {
            Device = place.Text("device"),
            Budget = place.Time("budget"),
            Fault = place.Text("fault"),
        };

    private static void WriteHandler(Utf8JsonWriter json, RecordedHandler handler)
    {
        json.WriteString("device", handler.Device);
        json.WriteString("class", handler.Class);
        json.WriteString("handler", handler.Handler);
        WriteMoment(json, handler.Event, handler.Phase);
        WriteTime(json, handler.At, handler.Duration);
        json.WriteNumber("budget", handler.Budget);
        json.WriteString("fault", handler.Fault);
    }

    private static void Write<T>(Utf8JsonWriter json, string property, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(property);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMoment(Utf8JsonWriter json, MigrationEvent migrationEvent, Phase phase)
    {
        json.WriteString("event", migrationEvent.ToString());
        json.WriteString("phase", phase.ToString());
    }

    private static void WriteTime(Utf8JsonWriter json, double at, double duration)
    {
        json.WriteNumber("at", Tenths(at));
        json.WriteNumber("duration", Tenths(duration));
    }

    // A tenth of a microsecond is what clocks tell.
    private static double Tenths(double microseconds) => Math.Round(microseconds, 1);
}
