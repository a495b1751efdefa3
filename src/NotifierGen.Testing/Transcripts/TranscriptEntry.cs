namespace NotifierGen.Testing;

/// <summary>One thing that happened on a path.</summary>
public sealed class TranscriptEntry
{
    internal TranscriptEntry(TranscriptKind kind) => Kind = kind;

    /// <summary>What it is.</summary>
    public TranscriptKind Kind { get; }

    /// <summary>The host's step; null for all other kinds.</summary>
    public HostStep? Step { get; internal init; }

    /// <summary>The row whose handler is called.</summary>
    public NotifierRow Row { get; internal init; }

    /// <summary>What the handler is told.</summary>
    public MigrationContext Context { get; internal init; }

    /// <summary>The name of the device that is called, registered or unregistered; empty for a static handler and all other kinds.</summary>
    public string Device { get; internal init; } = "";

    /// <summary>Whether the VM ran when it began.</summary>
    public bool GuestRan { get; internal init; }

    /// <summary>Whether the VM ran when it had ended.</summary>
    public bool GuestRuns { get; internal set; }

    /// <summary>What the handler or the VM threw, or was made to throw.</summary>
    public Exception? Exception { get; internal set; }

    /// <summary>Why the handler refused.</summary>
    public string? Refusal { get; internal set; }

    internal int RowIndex { get; init; } = -1;

    internal object? Instance { get; init; }

    internal bool IsRefused => Refusal is not null || (Exception is not null && Row.Event is MigrationEvent.Setup or MigrationEvent.IncomingSetup);

    /// <summary>The entry as one line.</summary>
    public override string ToString() => Kind switch
    {
        TranscriptKind.Host => $"host: {Step}",
        TranscriptKind.Handler => $"  {Moments.NameOf(Row)}{(GuestRan ? " (guest runs)" : "")}: {Row.Device}.{Row.Handler}{On()}{Outcome()}",
        TranscriptKind.VmStop => $"  VM stops{Outcome()}",
        TranscriptKind.VmStart => $"  VM starts{Outcome()}",
        TranscriptKind.Registered => $"  {Device} is registered",
        _ => $"  {Device} is unregistered",
    };

    private string On() => Device.Length == 0 ? "" : $" on {Device}";

    private string Outcome() =>
        Refusal is not null ? $" - refuses: {Refusal}"
        : Exception is not null ? $" - throws {Exception.GetType().Name}: {Exception.Message}"
        : "";
}
