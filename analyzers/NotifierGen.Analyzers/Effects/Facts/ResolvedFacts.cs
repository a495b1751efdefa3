using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>What is known of a member, and on which member or type that is written.</summary>
internal readonly record struct ResolvedFacts(MemberEffects Effects, ISymbol? Origin)
{
    private const MemberEffects State = MemberEffects.VcpuState | MemberEffects.VcpuSafe;
    private const MemberEffects Power = MemberEffects.ResumesVm | MemberEffects.PausesVm;
    private const MemberEffects Stopped = MemberEffects.StoppedWhenTrue | MemberEffects.StoppedWhenFalse;
    private const MemberEffects Doing = MemberEffects.VcpuState | Power;

    public static ResolvedFacts WrittenOn(ISymbol symbol, MemberEffects effects) =>
        effects == MemberEffects.None ? default : new ResolvedFacts(effects, symbol);

    /// <summary>These facts, and what they leave open of facts that are written farther away.</summary>
    public ResolvedFacts Over(ResolvedFacts far)
    {
        MemberEffects left = far.Effects;
        if ((Effects & MemberEffects.NoVmEffect) != 0)
        {
            left &= ~(State | Power | MemberEffects.AssertsVmStopped);
        }

        left &= Open(State) & Open(Power) & Open(Stopped);
        return left == MemberEffects.None ? this : new ResolvedFacts(Effects | left, Nearer(far.Origin, left));
    }

    /// <summary>These facts and others that are written as near; where they contradict each other, the more careful reading.</summary>
    public ResolvedFacts Beside(ResolvedFacts other)
    {
        MemberEffects both = Effects | other.Effects;
        if ((both & State) == State)
        {
            both &= ~MemberEffects.VcpuSafe;
        }

        if ((Effects & Power) != 0 && (other.Effects & Power) != 0 && (Effects & Power) != (other.Effects & Power))
        {
            both &= ~MemberEffects.PausesVm;
        }

        if ((both & Stopped) == Stopped)
        {
            both &= ~Stopped;
        }

        return both == MemberEffects.None ? default : new ResolvedFacts(both, Nearer(other.Origin, other.Effects));
    }

    /// <summary>What an override or implementation inherits: the trust in a body is no other body's.</summary>
    public ResolvedFacts ToHeirs() => Without(MemberEffects.NoVmEffect);

    /// <summary>What an accessor has of its property's facts: only the getter tells whether the vCPUs are stopped.</summary>
    public ResolvedFacts SeenBy(ISymbol accessor) =>
        accessor is IMethodSymbol { MethodKind: MethodKind.PropertyGet } or IFieldSymbol ? this : Without(Stopped);

    private ResolvedFacts Without(MemberEffects effects)
    {
        MemberEffects rest = Effects & ~effects;
        return rest == MemberEffects.None ? default : new ResolvedFacts(rest, Origin);
    }

    private MemberEffects Open(MemberEffects group) => (Effects & group) != 0 ? ~group : ~MemberEffects.None;

    // A message wants to name where it is written that something happens, rather than where a promise is.
    private ISymbol? Nearer(ISymbol? other, MemberEffects effects) =>
        Origin is null || ((Effects & Doing) == 0 && (effects & Doing) != 0) ? other : Origin;
}
