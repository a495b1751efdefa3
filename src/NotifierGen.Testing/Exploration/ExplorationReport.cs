namespace NotifierGen.Testing;

/// <summary>What an exploration did that found nothing. Immutable.</summary>
public sealed class ExplorationReport
{
    internal ExplorationReport(int paths, int runs, long calls, IReadOnlyList<string> notTaken, TimeSpan elapsed)
    {
        Paths = paths;
        Runs = runs;
        HandlerCalls = calls;
        NotTaken = notTaken;
        Elapsed = elapsed;
    }

    /// <summary>How many paths were taken to their end, or refused where that is their end.</summary>
    public int Paths { get; }

    /// <summary>How many fresh machines were driven, one a case.</summary>
    public int Runs { get; }

    /// <summary>How many times a handler was called.</summary>
    public long HandlerCalls { get; }

    /// <summary>
    /// The paths that the machine does not take: those of a refusal where no device can refuse, and those on which a device of the machine refuses
    /// by itself, so that there was nothing behind Setup to be explored.
    /// </summary>
    public IReadOnlyList<string> NotTaken { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>The figures in one line.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Runs} runs of {Paths} paths, {HandlerCalls} calls of handlers, {Elapsed.TotalSeconds:0.0} s; {NotTaken.Count} paths not taken");
}
