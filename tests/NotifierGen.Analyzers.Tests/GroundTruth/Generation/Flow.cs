namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>What statements at a place may do.</summary>
internal sealed record Flow(ReturnKind Returns)
{
    public bool CanBreak { get; init; }

    public bool CanContinue { get; init; }

    /// <summary>In a catch clause, where <c>throw;</c> means something.</summary>
    public bool CanRethrow { get; init; }

    public bool CanAwait { get; init; }

    public bool CanYield { get; init; }

    /// <summary>Async or iterator: no ref locals.</summary>
    public bool IsResumable { get; init; }

    /// <summary>The handler's context, where it can be named.</summary>
    public string? Context { get; init; }

    public int Depth { get; init; }

    /// <summary>
    /// In a lambda. The compiler binds a lambda once for each overload that it may belong to, and those in it again each time: here delegates that
    /// are given to overloaded methods say what they are.
    /// </summary>
    public bool IsInLambda { get; init; }

    public Flow Deeper => this with { Depth = Depth + 1 };

    /// <summary>The body of a loop.</summary>
    public Flow Loop => this with { CanBreak = true, CanContinue = true };

    /// <summary>A finally block: no jump leaves it.</summary>
    public Flow Confined => this with { Returns = ReturnKind.None, CanBreak = false, CanContinue = false, CanYield = false, CanRethrow = false, Depth = Depth + 1 };

    /// <summary>A lambda or local function.</summary>
    public Flow Function(ReturnKind returns) => new(returns) { Depth = Depth + 1, IsInLambda = true };
}
