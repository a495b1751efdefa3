namespace NotifierGen.Benchmarks.SyntheticCodeBase.Handlers;

/// <summary>A kind of handler: its attribute, what it does, and which warnings it deserves.</summary>
/// <param name="Name">The stem of the handler's name.</param>
/// <param name="Attribute">The arguments of its attribute.</param>
/// <param name="Touches">Whether the method that it calls touches vCPU state.</param>
/// <param name="Body">Its statements; <c>{0}</c> is the call, an expression of type int.</param>
/// <param name="Rules">The rules that it breaks, each once.</param>
internal sealed record HandlerTemplate(string Name, string Attribute, bool Touches, string Body, params string[] Rules)
{
    /// <summary>The handler that belongs to it, in the same class.</summary>
    public HandlerTemplate? Partner { get; init; }

    /// <summary>Whether it takes the context.</summary>
    public bool TakesContext { get; init; }
}
