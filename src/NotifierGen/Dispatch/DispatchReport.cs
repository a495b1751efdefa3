using System.Diagnostics.CodeAnalysis;

namespace NotifierGen;

/// <summary>What a dispatch, or a step of a session, did. Allocates nothing when nothing went wrong.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "A report is read, never compared.")]
public readonly struct DispatchReport
{
    internal DispatchReport(TimeSpan elapsed, SetupRefusal? refusal)
    {
        Elapsed = elapsed;
        Refusal = refusal;
    }

    /// <summary>What was thrown, in the order it happened; empty when nothing was.</summary>
    public IReadOnlyList<HandlerFault> Faults => FaultArray ?? [];

    /// <summary>Whether anything was thrown.</summary>
    public bool HasFaults => FaultArray is not null;

    /// <summary>
    /// How long each handler took, in call order, where that was asked for: <see cref="MigrationDispatcher.RecordTimings"/>,
    /// <see cref="MigrationSession.RecordTimings"/>, <see cref="IncomingSession.RecordTimings"/>. Otherwise empty.
    /// </summary>
    public IReadOnlyList<HandlerTiming> Timings => TimingArray ?? [];

    /// <summary>The handlers that took longer than their <see cref="OnMigrationEventAttribute.BudgetMicroseconds"/>, in call order.</summary>
    public IReadOnlyList<HandlerTiming> BudgetOverruns => OverrunArray ?? [];

    /// <summary>How long the handlers, and a stop or start of the VM among them, took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Who refused, if this was the dispatch of Setup or IncomingSetup and somebody did.</summary>
    public SetupRefusal? Refusal { get; }

    internal HandlerFault[]? FaultArray { get; init; }

    internal HandlerTiming[]? TimingArray { get; init; }

    internal HandlerTiming[]? OverrunArray { get; init; }
}
