using System.Diagnostics.CodeAnalysis;

namespace NotifierGen;

/// <summary>What a dispatch, or a step of a session, did. Allocates nothing when nothing went wrong.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "A report is read, never compared.")]
public readonly struct DispatchReport
{
    private readonly IReadOnlyList<HandlerFault>? _faults;

    internal DispatchReport(IReadOnlyList<HandlerFault>? faults, TimeSpan elapsed, SetupRefusal? refusal = null)
    {
        _faults = faults;
        Elapsed = elapsed;
        Refusal = refusal;
    }

    /// <summary>What was thrown, in the order it happened; empty when nothing was.</summary>
    public IReadOnlyList<HandlerFault> Faults => _faults ?? [];

    /// <summary>Whether anything was thrown.</summary>
    public bool HasFaults => _faults is { Count: > 0 };

    /// <summary>How long the handlers, and a stop or start of the VM among them, took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Who refused, if this was the dispatch of Setup or IncomingSetup and somebody did.</summary>
    public SetupRefusal? Refusal { get; }
}
