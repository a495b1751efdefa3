using System.Diagnostics;
using NotifierGen.Diagnostics;

namespace NotifierGen.Dispatch;

/// <summary>
/// Takes the time of handlers during one dispatch, and tells whoever listens. Rows that it times are walked device by device; all others are not
/// slowed down. Used by the dispatching thread only, and again for the next dispatch.
/// </summary>
internal sealed class HandlerClock
{
    private TablePlan? _plan;
    private bool _timesAll;
    private bool _records;
    private int _row;
    private object? _device;
    private long _started;
    private List<HandlerTiming>? _timings;
    private List<HandlerTiming>? _overruns;

    /// <summary>Begins a dispatch.</summary>
    /// <param name="plan">The table.</param>
    /// <param name="timesAll">Whether every row is timed, or only those with a budget.</param>
    /// <param name="records">Whether the report is to have the times.</param>
    public void Begin(TablePlan plan, bool timesAll, bool records)
    {
        _plan = plan;
        _timesAll = timesAll;
        _records = records;
    }

    /// <summary>Ends a dispatch: puts what there is to say into the report, and forgets it.</summary>
    public void End(ref ReportBuilder report)
    {
        report.Timings = Joined(report.Timings, _timings);
        report.BudgetOverruns = Joined(report.BudgetOverruns, _overruns);
        _plan = null;
        _device = null;
        _started = 0;
        _timings = null;
        _overruns = null;
    }

    public bool Times(int row) => _timesAll || _plan!.Rows[row].HasBudget;

    public void StartRow(int row)
    {
        if (_timesAll)
        {
            NotifierEventSource.Log.RowStart(in _plan!.Table.Rows[row]);
        }
    }

    public void StopRow(int row)
    {
        if (_timesAll)
        {
            NotifierEventSource.Log.RowStop(in _plan!.Table.Rows[row]);
        }
    }

    /// <summary>A handler is about to be called.</summary>
    public void Start(int row, object? device)
    {
        _row = row;
        _device = device;
        if (_timesAll)
        {
            NotifierEventSource.Log.HandlerStart(in _plan!.Table.Rows[row]);
        }

        _started = Stopwatch.GetTimestamp();
    }

    /// <summary>It has returned, or thrown. Does nothing if it was told so before.</summary>
    public void Stop()
    {
        if (_started == 0)
        {
            return;
        }

        long stopped = Stopwatch.GetTimestamp();
        HandlerTiming timing = new(_device, in _plan!.Table.Rows[_row], Ticks.Between(_started, stopped));
        _started = 0;
        if (_timesAll)
        {
            NotifierEventSource.Log.HandlerStop(in timing);
            NotifierMeter.HandlerRan(in timing);
        }

        if (_records)
        {
            (_timings ??= []).Add(timing);
        }

        if (timing.IsOverBudget)
        {
            (_overruns ??= []).Add(timing);
            NotifierEventSource.Log.BudgetOverrun(in timing);
            NotifierMeter.BudgetOverrun(in timing);
        }
    }

    // A step of a session may be several dispatches.
    private static List<HandlerTiming>? Joined(List<HandlerTiming>? earlier, List<HandlerTiming>? later)
    {
        if (earlier is null || later is null)
        {
            return earlier ?? later;
        }

        earlier.AddRange(later);
        return earlier;
    }
}
