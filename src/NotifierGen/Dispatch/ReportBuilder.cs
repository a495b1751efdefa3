using System.Diagnostics;
using NotifierGen.Diagnostics;

namespace NotifierGen.Dispatch;

/// <summary>
/// Collects what happens in one step of a session, or in one dispatch; makes the report. Allocates when there is something to say: a fault, a budget
/// that was not kept or, where they were asked for, the handlers' times.
/// </summary>
internal struct ReportBuilder
{
    private readonly long _started;
    private List<HandlerFault>? _faults;

    private ReportBuilder(bool recordsTimings)
    {
        RecordsTimings = recordsTimings;
        _started = Stopwatch.GetTimestamp();
    }

    public readonly bool RecordsTimings { get; }

    /// <summary>The times of the handlers so far, where they are asked for.</summary>
    public List<HandlerTiming>? Timings { readonly get; set; }

    /// <summary>Those that were over their budget.</summary>
    public List<HandlerTiming>? BudgetOverruns { readonly get; set; }

    public readonly bool HasNoFaults => _faults is null;

    public static ReportBuilder Start(bool recordsTimings = false) => new(recordsTimings);

    public void AddFault(object? device, string handler, Exception exception)
    {
        (_faults ??= []).Add(new HandlerFault(device, handler, exception));
        NotifierEventSource.Log.HandlerFault(handler, exception.ToString());
    }

    public readonly DispatchReport ToReport(SetupRefusal? refusal = null) =>
        new(Ticks.Between(_started, Stopwatch.GetTimestamp()), refusal)
        {
            FaultArray = _faults?.ToArray(),
            TimingArray = Timings?.ToArray(),
            OverrunArray = BudgetOverruns?.ToArray(),
        };
}
