using System.Diagnostics.Tracing;

namespace NotifierGen.Pages.Records;

/// <summary>Writes down every call of a handler in this process, from the events of the EventSource "NotifierGen". Safe on any thread.</summary>
internal sealed class HandlerRecorder : EventListener
{
    private const EventKeywords Handlers = (EventKeywords)4;

    private readonly object _gate = new();
    private readonly HandlerCalls _calls = new();
    private readonly Func<TimeSpan>? _clock;

    /// <summary>Begins to listen.</summary>
    /// <param name="clock">What time it is.</param>
    /// <param name="table">The rows with the handlers' budgets.</param>
    public HandlerRecorder(Func<TimeSpan> clock, ReadOnlySpan<NotifierRow> table)
    {
        _clock = clock;
        foreach (NotifierRow row in table)
        {
            _calls.SetBudget(row);
        }
    }

    /// <summary>The calls so far, in their order.</summary>
    public IReadOnlyList<RecordedHandler> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls.Ended];
            }
        }
    }

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "NotifierGen")
        {
            EnableEvents(eventSource, EventLevel.Informational, Handlers);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // The base constructor listens already.
        if (_clock is { } clock && eventData.EventName is { } name)
        {
            double now = clock().TotalMicroseconds;
            lock (_gate)
            {
                _calls.Add(name, now, index => eventData.Payload is { } payload && index < payload.Count ? Convert.ToString(payload[index], System.Globalization.CultureInfo.InvariantCulture) ?? "" : "");
            }
        }
    }
}
