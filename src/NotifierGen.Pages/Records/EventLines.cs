using System.Globalization;
using System.Text.Json;

namespace NotifierGen.Pages.Records;

/// <summary>Reads events of the EventSource "NotifierGen" as an EventListener writes them, one object each.</summary>
internal static class EventLines
{
    private const double TicksInMicrosecond = TimeSpan.TicksPerMicrosecond;

    /// <summary>The record; null: not one of the events is the source's.</summary>
    /// <exception cref="RecordException">An event is not as one is.</exception>
    public static MigrationRecord? Read(IReadOnlyList<JsonElement> events, string name)
    {
        EventHistory history = new();
        for (int i = 0; i < events.Count; i++)
        {
            JsonPlace place = new(events[i], FormattableString.Invariant($"event {i + 1}"), mustBeObject: true);
            double time = Time(place).UtcTicks / TicksInMicrosecond;
            JsonPlace payload = new(place.Find("Payload") ?? default, FormattableString.Invariant($"event {i + 1}: Payload"), mustBeObject: true);
            history.Add(place.Text("EventName"), time, payload.Scalar);
        }

        return history.ToRecord(name);
    }

    private static DateTimeOffset Time(JsonPlace place) =>
        DateTimeOffset.TryParse(place.Text("TimeStamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw place.Wrong("TimeStamp", "a time as ISO 8601 writes it");
}
