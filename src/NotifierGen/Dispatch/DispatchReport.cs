using System.Diagnostics.CodeAnalysis;
using NotifierGen.Diagnostics;
using NotifierGen.Dispatch;

namespace NotifierGen;

/// <summary>What a dispatch, or a step of a session, did. Allocates nothing when nothing went wrong.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "A report is read, never compared.")]
public readonly struct DispatchReport
{
    private readonly long _ticks;
    private readonly ReportDetails? _details;

    internal DispatchReport(long ticks, ReportDetails? details)
    {
        _ticks = ticks;
        _details = details;
    }

    /// <summary>What was thrown, in the order it happened; empty when nothing was.</summary>
    public IReadOnlyList<HandlerFault> Faults => _details?.Faults ?? (IReadOnlyList<HandlerFault>)[];

    /// <summary>Whether anything was thrown.</summary>
    public bool HasFaults => _details?.Faults is not null;

    /// <summary>
    /// How long each handler took, in call order, where that was asked for: <see cref="MigrationDispatcher.RecordTimings"/>,
    /// <see cref="MigrationSession.RecordTimings"/>, <see cref="IncomingSession.RecordTimings"/>. Otherwise empty.
    /// </summary>
    public IReadOnlyList<HandlerTiming> Timings => _details?.Timings ?? (IReadOnlyList<HandlerTiming>)[];

    /// <summary>The handlers that took longer than their <see cref="OnMigrationEventAttribute.BudgetMicroseconds"/>, in call order.</summary>
    public IReadOnlyList<HandlerTiming> BudgetOverruns => _details?.BudgetOverruns ?? (IReadOnlyList<HandlerTiming>)[];

    /// <summary>How long the handlers, and a stop or start of the VM among them, took.</summary>
    public TimeSpan Elapsed => Ticks.ToTimeSpan(_ticks);

    /// <summary>Who refused, if this was the dispatch of Setup or IncomingSetup and somebody did.</summary>
    public SetupRefusal? Refusal => _details?.Refusal;
}
