using NotifierGen.CompilerServices;
using NotifierGen.Diagnostics;
using NotifierGen.Dispatch;

namespace NotifierGen;

/// <content>The one loop behind all events: rows, faults, refusals and the clock.</content>
public abstract partial class MigrationDispatcher
{
    private HandlerClock? _spareClock = new();

    private SetupRefusal? Dispatch(DispatchSection section, in MigrationContext context, PairingScope? scope, ref ReportBuilder report)
    {
        if (_registry.Plan.Table.IsEmpty(section))
        {
            return null;
        }

        TablePlan plan = _registry.BeginDispatch(out bool isFirst);
        HandlerClock? clock = NeedsClock(plan, section, in report) ? StartClock(plan, scope, in report, in context) : null;
        try
        {
            scope?.Follow(plan);
            RowCursor cursor = new(plan, section, context.Mode, scope, clock);
            while (true)
            {
                try
                {
                    if (plan.Calls is null)
                    {
                        Run(ref cursor, in context);
                    }
                    else
                    {
                        Run(plan, plan.Calls, ref cursor, in context);
                    }

                    return cursor.Answer.IsRefused ? Refusal(plan, in cursor, cursor.Answer.Reason!, null) : null;
                }
                catch (Exception exception) when (cursor.IsInRow)
                {
                    clock?.Threw(cursor.OpenRow, cursor.Culprit, exception);
                    if (Sections.IsSetup(section))
                    {
                        cursor.Refuse();
                        return Refusal(plan, in cursor, exception.Message, exception);
                    }

                    (object? culprit, int row) = (cursor.Culprit, cursor.OpenRow);
                    cursor.SkipCulprit();
                    report.AddFault(culprit, HandlerName(plan, row), exception);
                    NotifierMeter.Faulted(in plan.Table.Rows[row]);
                }
            }
        }
        finally
        {
            _registry.EndDispatch(isFirst);
            if (clock is not null)
            {
                clock.End(ref report);
                Volatile.Write(ref _spareClock, clock);
            }
        }
    }

    private bool NeedsClock(TablePlan plan, DispatchSection section, in ReportBuilder report) =>
        report.RecordsTimings || plan.HasBudgets(section) || _registry.Observer is not null || NotifierMeter.TimesHandlers || NotifierEventSource.Log.ListensToHandlers();

    private HandlerClock StartClock(TablePlan plan, PairingScope? scope, in ReportBuilder report, in MigrationContext context)
    {
        // Dispatches are rare and one at a time, so one clock serves them all; a host that raises two at once makes another.
        HandlerClock clock = Interlocked.Exchange(ref _spareClock, null) ?? new HandlerClock();
        bool timesAll = report.RecordsTimings || NotifierMeter.TimesHandlers || NotifierEventSource.Log.ListensToHandlers();
        clock.Begin(plan, timesAll && scope is not { IsRehearsal: true }, report.RecordsTimings);
        if (_registry.Observer is { } observer)
        {
            clock.Observe(observer, in context);
        }

        return clock;
    }

    private static SetupRefusal Refusal(TablePlan plan, in RowCursor cursor, string reason, Exception? exception)
    {
        string handler = HandlerName(plan, cursor.OpenRow);
        NotifierEventSource.Log.SetupRefused(handler, reason);
        NotifierMeter.Refused(in plan.Table.Rows[cursor.OpenRow]);
        return new SetupRefusal(cursor.Culprit, handler, reason, exception);
    }

    private static string HandlerName(TablePlan plan, int row) => $"{plan.Table.Rows[row].Device}.{plan.Table.Rows[row].Handler}";
}
