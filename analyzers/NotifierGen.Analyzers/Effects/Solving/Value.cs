using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>One thing that a followed value may be.</summary>
internal abstract record Value
{
    /// <summary>A delegate, with the parameters that its lambda sees.</summary>
    public sealed record Closure(CallTarget Target, Environment Captured) : Value;

    /// <summary>A lazy sequence: an iterator with its arguments.</summary>
    public sealed record Sequence(CallTarget Target, Environment Arguments) : Value;

    /// <summary>A lazy query, or an object that runs delegates.</summary>
    /// <param name="Parts">All that it may run.</param>
    /// <param name="Source">If each element passes as soon as the source gives it: the source.</param>
    /// <param name="Steps">What each element of the source passes through.</param>
    public sealed record Query(ValueSet Parts, ValueSet? Source = null, ValueSet? Steps = null) : Value;

    public sealed record Constant(object Literal) : Value;

    public sealed record Scope : Value
    {
        public static readonly Scope Instance = new();
    }

    public sealed record Unknown(string Reason) : Value;
}
