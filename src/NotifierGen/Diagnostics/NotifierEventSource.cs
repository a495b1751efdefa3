using System.Diagnostics.Tracing;

namespace NotifierGen.Diagnostics;

/// <summary>The EventSource "NotifierGen": every fault and refusal goes here, whether the host reads its report or not.</summary>
[EventSource(Name = "NotifierGen")]
internal sealed class NotifierEventSource : EventSource
{
    public static readonly NotifierEventSource Log = new();

    [Event(1, Level = EventLevel.Error, Message = "{0} threw: {1}")]
    public void HandlerFault(string handler, string exception)
    {
        if (IsEnabled())
        {
            WriteEvent(1, handler, exception);
        }
    }

    [Event(2, Level = EventLevel.Warning, Message = "{0} refused: {1}")]
    public void SetupRefused(string handler, string reason)
    {
        if (IsEnabled())
        {
            WriteEvent(2, handler, reason);
        }
    }
}
