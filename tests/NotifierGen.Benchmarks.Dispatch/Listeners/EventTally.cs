using System.Diagnostics.Tracing;

namespace NotifierGen.Benchmarks.Dispatch.Listeners;

/// <summary>Takes the library's events, and counts them.</summary>
/// <param name="keywords">Which ones.</param>
internal sealed class EventTally(EventKeywords keywords) : EventListener
{
    public long Events { get; private set; }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "NotifierGen")
        {
            EnableEvents(eventSource, EventLevel.Informational, keywords);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) => Events++;
}
