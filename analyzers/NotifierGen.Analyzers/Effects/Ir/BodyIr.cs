namespace NotifierGen.Analyzers.Effects.Ir;

/// <summary>One body: a method, accessor, constructor, initialiser, lambda or local function.</summary>
internal sealed class BodyIr
{
    public Effect Program { get; init; } = Effect.Nothing;

    /// <summary>What it is called in messages.</summary>
    public string Name { get; init; } = "";

    public bool IsIterator { get; init; }

    /// <summary>Whether it returns a task, its own (async) or another's.</summary>
    public bool ReturnsTask { get; init; }

    /// <summary>Whether it is async: what it throws is in its task.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Whether the reference that it returns leads to vCPU state.</summary>
    public bool ReturnsState { get; init; }

    /// <summary>The calls whose result it returns, where that may be vCPU state.</summary>
    public Effect[] ReturnedReferences { get; init; } = [];

    /// <summary>The delegates, sequences and scopes that it may return.</summary>
    public ValueExpr? Returns { get; init; }

    /// <summary>If it does nothing but return a test of whether the vCPUs are stopped: that test.</summary>
    public Effect? ReturnedTest { get; init; }

    /// <summary>The parameters, its own and those of the parts around it, whose values decide what it does.</summary>
    public (int Part, int Ordinal)[] Parameters { get; init; } = [];
}
