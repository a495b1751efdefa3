#if NET
using System.Diagnostics.CodeAnalysis;
#endif
using System.Diagnostics.Tracing;

namespace NotifierGen.Diagnostics;

/// <summary>
/// The EventSource "NotifierGen". Every fault, refusal and budget overrun goes here, whether the host reads its report or not; migrations, rows and
/// handlers where a listener asks for their keyword.
/// </summary>
[EventSource(Name = "NotifierGen")]
internal sealed class NotifierEventSource : EventSource
{
    public static readonly NotifierEventSource Log = new();

    /// <summary>Whether a listener wants to see rows or handlers.</summary>
    [NonEvent]
    public bool ListensToHandlers() =>
        IsEnabled() && (IsEnabled(EventLevel.Informational, Keywords.Rows) || IsEnabled(EventLevel.Informational, Keywords.Handlers));

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

    [NonEvent]
    public void BudgetOverrun(in HandlerTiming timing)
    {
        if (IsEnabled(EventLevel.Warning, EventKeywords.None))
        {
            BudgetOverrun(timing.Row.Device, timing.Row.Handler, Names.Of(timing.Row.Event), Names.Of(timing.Row.Phase), Microseconds(timing.Elapsed), timing.Row.BudgetMicroseconds);
        }
    }

    [NonEvent]
    public void RowStart(in NotifierRow row)
    {
        if (IsEnabled(EventLevel.Informational, Keywords.Rows))
        {
            RowStart(row.Device, row.Handler, Names.Of(row.Event), Names.Of(row.Phase));
        }
    }

    [NonEvent]
    public void RowStop(in NotifierRow row)
    {
        if (IsEnabled(EventLevel.Informational, Keywords.Rows))
        {
            RowStop(row.Device, row.Handler, Names.Of(row.Event), Names.Of(row.Phase));
        }
    }

    [NonEvent]
    public void HandlerStart(in NotifierRow row)
    {
        if (IsEnabled(EventLevel.Informational, Keywords.Handlers))
        {
            HandlerStart(row.Device, row.Handler, Names.Of(row.Event), Names.Of(row.Phase));
        }
    }

    [NonEvent]
    public void HandlerStop(in HandlerTiming timing)
    {
        if (IsEnabled(EventLevel.Informational, Keywords.Handlers))
        {
            HandlerStop(timing.Row.Device, timing.Row.Handler, Names.Of(timing.Row.Event), Names.Of(timing.Row.Phase), Microseconds(timing.Elapsed));
        }
    }

    [Event(3, Level = EventLevel.Informational, Keywords = Keywords.Migrations, Message = "{1} migration {0} begins, mode {2}")]
    public void MigrationStart(long session, string direction, string mode)
    {
        if (IsEnabled(EventLevel.Informational, Keywords.Migrations))
        {
            Write(3, session, direction, mode);
        }
    }

    [Event(4, Level = EventLevel.Informational, Keywords = Keywords.Migrations, Message = "Migration {0} ends: {1}")]
    public void MigrationStop(long session, string outcome)
    {
        if (IsEnabled(EventLevel.Informational, Keywords.Migrations))
        {
            Write(4, session, outcome);
        }
    }

    [Event(5, Level = EventLevel.Informational, Keywords = Keywords.Rows, Message = "{2} ({3}): row {0}.{1} begins")]
    private void RowStart(string device, string handler, string migrationEvent, string phase) => Write(5, device, handler, migrationEvent, phase);

    [Event(6, Level = EventLevel.Informational, Keywords = Keywords.Rows, Message = "{2} ({3}): row {0}.{1} ends")]
    private void RowStop(string device, string handler, string migrationEvent, string phase) => Write(6, device, handler, migrationEvent, phase);

    [Event(7, Level = EventLevel.Informational, Keywords = Keywords.Handlers, Message = "{2} ({3}): {0}.{1} begins")]
    private void HandlerStart(string device, string handler, string migrationEvent, string phase) => Write(7, device, handler, migrationEvent, phase);

    [Event(8, Level = EventLevel.Informational, Keywords = Keywords.Handlers, Message = "{2} ({3}): {0}.{1} took {4} us")]
    private void HandlerStop(string device, string handler, string migrationEvent, string phase, double microseconds) =>
        Write(8, device, handler, migrationEvent, phase, microseconds);

    [Event(9, Level = EventLevel.Warning, Message = "{2} ({3}): {0}.{1} took {4} us, its budget is {5} us")]
    private void BudgetOverrun(string device, string handler, string migrationEvent, string phase, double microseconds, int budgetMicroseconds) =>
        Write(9, device, handler, migrationEvent, phase, microseconds, budgetMicroseconds);

    private static double Microseconds(TimeSpan time) => time.TotalMilliseconds * 1_000;

#if NET
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Strings and numbers only: no object graph is serialised.")]
#endif
    [NonEvent]
    private void Write(int id, params object[] values) => WriteEvent(id, values);

    /// <summary>What a listener may ask for.</summary>
    public static class Keywords
    {
        public const EventKeywords Migrations = (EventKeywords)1;
        public const EventKeywords Rows = (EventKeywords)2;
        public const EventKeywords Handlers = (EventKeywords)4;
    }
}
