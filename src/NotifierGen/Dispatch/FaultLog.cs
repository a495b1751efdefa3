using System.Diagnostics;
using NotifierGen.Diagnostics;

namespace NotifierGen.Dispatch;

/// <summary>Collects what one step of a session, or one dispatch, throws; makes the report. Allocates when the first fault comes.</summary>
internal struct FaultLog
{
    private readonly long _started;
    private List<HandlerFault>? _faults;

    private FaultLog(long started)
    {
        _started = started;
        _faults = null;
    }

    public readonly bool IsEmpty => _faults is null;

    public static FaultLog Start() => new(Stopwatch.GetTimestamp());

    public void Add(object? device, string handler, Exception exception)
    {
        (_faults ??= []).Add(new HandlerFault(device, handler, exception));
        NotifierEventSource.Log.HandlerFault(handler, exception.ToString());
    }

    public readonly DispatchReport ToReport(SetupRefusal? refusal = null) =>
        new(_faults?.ToArray(), TimeSpan.FromSeconds((double)(Stopwatch.GetTimestamp() - _started) / Stopwatch.Frequency), refusal);
}
