using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace NotifierGen.Tests.Dispatch;

/// <summary>Listens to the event source "NotifierGen".</summary>
internal sealed class FaultListener : EventListener
{
    public ConcurrentQueue<string> Messages { get; } = new();

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "NotifierGen")
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) => Messages.Enqueue(string.Join(' ', eventData.Payload ?? new([])));
}
