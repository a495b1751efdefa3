using System.Globalization;
using System.Text.Json;

namespace NotifierGen.Pages.Records;

/// <summary>Reads activities of the ActivitySource "NotifierGen" from OTLP JSON: the migration that began last, and its phases.</summary>
internal static class OtlpTraces
{
    private const string Source = "NotifierGen";
    private const double NanosecondsInMicrosecond = 1_000;

    /// <exception cref="RecordException">There is no migration in it, or it is no OTLP.</exception>
    public static MigrationRecord Read(IReadOnlyList<JsonElement> documents, string name)
    {
        List<Span> spans = [];
        for (int i = 0; i < documents.Count; i++)
        {
            JsonPlace document = new(documents[i], documents.Count == 1 ? "$" : FormattableString.Invariant($"$[{i}]"), mustBeObject: true);
            foreach (JsonPlace scope in document.Items("resourceSpans").SelectMany(each => each.Items("scopeSpans")))
            {
                if (scope.Find("scope") is { ValueKind: JsonValueKind.Object } named && new JsonPlace(named, "scope").Text("name") == Source)
                {
                    spans.AddRange(scope.Items("spans").Select(each => new Span(each)));
                }
            }
        }

        Span migration = spans.Where(span => span.Name == "migration").MaxBy(span => span.Start)
            ?? throw new RecordException($"no span of it is a migration of the source '{Source}'; add the source to the exporter: .AddSource(\"{Source}\")");
        RecordedDispatch[] phases = [.. spans.Where(span => span.Parent == migration.Id && span.Id != migration.Id).Select(span => Phase(span, migration)).OfType<RecordedDispatch>()];
        return new MigrationRecord
        {
            Title = $"session {migration.Tag("notifiergen.session")} in {name}",
            Mode = migration.Tag("notifiergen.mode"),
            Outcome = migration.Tag("notifiergen.outcome"),
            Failed = migration.IsError,
            Dispatches = [.. phases],
            Marks = [new RecordedMark(0, false, "the migration begins"), new RecordedMark(Time(migration.End, migration), migration.IsError, $"the migration ends: {migration.Tag("notifiergen.outcome")}")],
        };
    }

    private static RecordedDispatch? Phase(Span span, Span migration) =>
        Enum.TryParse(span.Tag("notifiergen.event"), out MigrationEvent migrationEvent) && Enum.IsDefined(migrationEvent)
        && Enum.TryParse(span.Tag("notifiergen.phase"), out Phase phase) && Enum.IsDefined(phase)
            ? new RecordedDispatch(migrationEvent, phase, Time(span.Start, migration), Math.Max(Time(span.End, migration) - Time(span.Start, migration), 0))
            : null;

    private static double Time(ulong nanoseconds, Span migration) =>
        nanoseconds <= migration.Start ? 0 : (nanoseconds - migration.Start) / NanosecondsInMicrosecond;

    private sealed class Span
    {
        private readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);

        public Span(JsonPlace place)
        {
            Name = place.Text("name");
            Id = place.Text("spanId");
            Parent = place.Text("parentSpanId");
            Start = Nanoseconds(place, "startTimeUnixNano");
            End = Math.Max(Nanoseconds(place, "endTimeUnixNano"), Start);
            foreach (JsonPlace attribute in place.Items("attributes"))
            {
                _tags[attribute.Text("key")] = attribute.Find("value") is { ValueKind: JsonValueKind.Object } value ? Value(value) : "";
            }

            // The status may be a number or its name.
            IsError = place.Find("status") is { ValueKind: JsonValueKind.Object } status && status.TryGetProperty("code", out JsonElement code) && Raw(code) is "2" or "STATUS_CODE_ERROR";
        }

        public string Name { get; }

        public string Id { get; }

        public string Parent { get; }

        public ulong Start { get; }

        public ulong End { get; }

        public bool IsError { get; }

        public string Tag(string name) => _tags.GetValueOrDefault(name, "");

        private static string Value(JsonElement value)
        {
            foreach (JsonProperty property in value.EnumerateObject())
            {
                return Raw(property.Value);
            }

            return "";
        }

        private static string Raw(JsonElement value)
        {
            JsonPlace place = new(value, "value");
            return value.ValueKind == JsonValueKind.String ? place.Text(value, "value") : value.GetRawText();
        }

        // 64-bit numbers are texts in JSON.
        private static ulong Nanoseconds(JsonPlace place, string name) =>
            place.Find(name) is { } time && ulong.TryParse(Raw(time), NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) ? value : throw place.Wrong(name, "a time in nanoseconds");
    }
}
