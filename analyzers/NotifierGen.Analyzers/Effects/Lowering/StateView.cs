using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>A place that is vCPU state, or that may be: a reference which a method returned.</summary>
/// <param name="Through">The call that returned the reference; null if the place is vCPU state for certain.</param>
internal sealed record StateView(Effect.Call? Through)
{
    public static readonly StateView Certain = new(Through: null);
}
