namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>What statements at a place may do.</summary>
internal sealed record Flow(ReturnKind Returns)
{
    public bool InLoop { get; init; }

    public bool CanAwait { get; init; }

    public bool CanYield { get; init; }

    /// <summary>Async or iterator: no ref locals.</summary>
    public bool IsResumable { get; init; }

    /// <summary>The handler's context, where it can be named.</summary>
    public string? Context { get; init; }

    public int Depth { get; init; }

    public Flow Deeper => this with { Depth = Depth + 1 };

    /// <summary>Inside of a finally block or a filter's neighbourhood: nothing leaves it.</summary>
    public Flow Confined => this with { Returns = ReturnKind.None, InLoop = false, CanYield = false, Depth = Depth + 1 };

    /// <summary>A lambda or local function.</summary>
    public Flow Function(ReturnKind returns) => new(returns) { Depth = Depth + 1 };
}
