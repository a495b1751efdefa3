using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>A place that is vCPU state, or that may be: what a method or a delegate returned.</summary>
internal sealed class StateView
{
    public static readonly StateView Certain = new([]);

    private StateView(Effect[] through) => Through = through;

    /// <summary>The calls that may have returned it; none if the place is vCPU state for certain.</summary>
    public Effect[] Through { get; }

    public bool IsCertain => Through.Length == 0;

    /// <summary>What a call returned.</summary>
    public static StateView Of(Effect call) => new([call]);

    /// <summary>A place that is one or the other.</summary>
    public StateView Or(StateView? other) => other is null || IsCertain || ReferenceEquals(this, other) ? this
        : other.IsCertain ? Certain
        : new([.. Through.Union(other.Through)]);
}
