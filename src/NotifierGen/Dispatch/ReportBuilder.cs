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
    private ReportDetails? _details;

    private ReportBuilder(bool recordsTimings)
    {
        RecordsTimings = recordsTimings;
        _started = Stopwatch.GetTimestamp();
    }

    public readonly bool RecordsTimings { get; }

    public readonly bool HasNoFaults => _details?.Faults is null;

    /// <summary>What there is to say; made when it is first asked for.</summary>
    public ReportDetails Details => _details ??= new ReportDetails();

    public static ReportBuilder Start(bool recordsTimings = false) => new(recordsTimings);

    public void AddFault(object? device, string handler, Exception exception)
    {
        Details.Add(new HandlerFault(device, handler, exception));
        NotifierEventSource.Log.HandlerFault(handler, exception.ToString());
    }

    /// <summary>The report. The last that is done with a builder.</summary>
    public DispatchReport ToReport(SetupRefusal? refusal = null)
    {
        if (refusal is not null)
        {
            Details.Refusal = refusal;
        }

        return new DispatchReport(Stopwatch.GetTimestamp() - _started, _details);
    }
}
