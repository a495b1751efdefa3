using System.Diagnostics;
using NotifierGen.CompilerServices;
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
    private DispatchObserver? _observer;
    private MigrationContext _context;

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
        if (_timings is not null || _overruns is not null)
        {
            report.Details.Add(_timings, _overruns);
        }

        _plan = null;
        _device = null;
        _started = 0;
        _timings = null;
        _overruns = null;
        _observer = null;
        _context = default;
    }

    /// <summary>Lets a test tool see this dispatch.</summary>
    public void Observe(DispatchObserver observer, in MigrationContext context)
    {
        _observer = observer;
        _context = context;
    }

    public bool Times(int row) => _timesAll || _observer is not null || _plan!.Rows[row].HasBudget;

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
    /// <returns>A refusal if a test tool answers in its place.</returns>
    public SetupResult Start(int row, object? device)
    {
        if (_observer is not null)
        {
            SetupResult answer = _observer.Calling(row, device, in _context);
            if (answer.IsRefused)
            {
                return answer;
            }
        }

        _row = row;
        _device = device;
        if (_timesAll)
        {
            NotifierEventSource.Log.HandlerStart(in _plan!.Table.Rows[row]);
        }

        _started = Stopwatch.GetTimestamp();
        return SetupResult.Accept;
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

    /// <summary>A handler has returned.</summary>
    public void Returned(int row, object? device, SetupResult answer) => _observer?.Returned(row, device, answer);

    /// <summary>A handler has thrown.</summary>
    public void Threw(int row, object? device, Exception exception) => _observer?.Threw(row, device, exception);
}
