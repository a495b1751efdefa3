using System.Globalization;
using System.Text.Json;

namespace NotifierGen.Pages.Records;

/// <summary>Reads events of the EventSource "NotifierGen" as an EventListener writes them, one object each: the migration that began last.</summary>
internal static class EventLines
{
    private static readonly string[] s_handler = ["device", "handler", "migrationEvent", "phase", "microseconds", "budgetMicroseconds"];
    private static readonly string[] s_fault = ["handler", "exception"];
    private static readonly string[] s_refusal = ["handler", "reason"];

    /// <summary>The record; null: not one of the events is the source's.</summary>
    /// <exception cref="RecordException">An event is not as one is.</exception>
    public static MigrationRecord? Read(IReadOnlyList<JsonElement> events, string name)
    {
        HandlerCalls calls = new();
        List<RecordedMark> marks = [];
        DateTimeOffset? begin = null;
        string mode = "";
        string session = "";
        string outcome = "";
        bool isAny = false;
        for (int i = 0; i < events.Count; i++)
        {
            JsonPlace place = new(events[i], FormattableString.Invariant($"event {i + 1}"), mustBeObject: true);
            string kind = place.Text("EventName");
            DateTimeOffset time = Time(place);
            JsonPlace payload = new(place.Find("Payload") ?? default, $"event {i + 1}: Payload", mustBeObject: true);
            if (kind == "MigrationStart")
            {
                (calls, marks, begin, outcome) = (new HandlerCalls(), [], time, "");
                session = payload.Scalar("session");
                mode = payload.Scalar("mode");
            }

            begin ??= time;
            double at = Math.Max((time - begin.Value).TotalMicroseconds, 0);
            isAny |= calls.Add(kind, at, index => Argument(kind, payload, index)) || kind is "MigrationStart" or "MigrationStop";
            if (kind == "MigrationStop")
            {
                outcome = payload.Scalar("outcome");
                marks.Add(new RecordedMark(at, IsFailure(outcome), $"the migration ends: {outcome}"));
            }
        }

        return isAny
            ? new MigrationRecord
            {
                Title = session.Length > 0 ? $"session {session} in {name}" : name,
                Mode = mode,
                Outcome = outcome,
                Failed = IsFailure(outcome),
                Handlers = [.. calls.Ended],
                Marks = [.. marks],
            }
            : null;
    }

    private static bool IsFailure(string outcome) => outcome is "Failed" or "Refused";

    private static string Argument(string kind, JsonPlace payload, int index)
    {
        string[] names = kind switch
        {
            "HandlerFault" => s_fault,
            "SetupRefused" => s_refusal,
            _ => s_handler,
        };
        return index < names.Length ? payload.Scalar(names[index]) : "";
    }

    private static DateTimeOffset Time(JsonPlace place) =>
        DateTimeOffset.TryParse(place.Text("TimeStamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw place.Wrong("TimeStamp", "a time as ISO 8601 writes it");
}
