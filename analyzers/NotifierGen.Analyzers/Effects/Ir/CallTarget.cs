namespace NotifierGen.Analyzers.Effects.Ir;

/// <summary>What one call may run: a body of this compilation, or what a fact says of the member.</summary>
/// <param name="Name">As messages name it.</param>
/// <param name="Body">The body; meaningless if <paramref name="Contract"/> is set.</param>
/// <param name="Contract">What a fact says the member does; its body does not count then.</param>
/// <param name="OnlyIfNamed">The simple name of a type that nobody outside can create: the target counts only if code of this compilation names it.</param>
internal sealed record CallTarget(string Name, BodyKey Body, Effect? Contract = null, string? OnlyIfNamed = null)
{
    /// <summary>A delegate's target that is an iterator or returns a task is told by its body; a contract is neither.</summary>
    public bool HasBody => Contract is null;
}
