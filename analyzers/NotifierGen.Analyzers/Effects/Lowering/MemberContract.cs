using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>Turns what a fact says of a member into what a call of it does. The fact counts, not the body.</summary>
internal static class MemberContract
{
    /// <summary>What a member does whose facts count, wherever it is called.</summary>
    public static Effect Of(MemberEffects facts, string name, bool returnsScope)
    {
        Effect does = (facts & MemberEffects.NoVmEffect) != 0 ? Effect.Nothing
            : returnsScope && (facts & MemberEffects.PausesVm) != 0
                ? new Effect.Sequence([At(default, facts & ~MemberEffects.PausesVm, name, isWeak: false), new Effect.Acquire(Effect.Acquire.Returned)])
            : At(default, facts, name, isWeak: false);
        return new Effect.Sequence([Effect.MayThrow.Instance, does, Effect.MayThrow.Instance]);
    }

    /// <summary>Whether facts count instead of the body.</summary>
    public static bool IsContract(MemberEffects facts) => (facts & (MemberEffects.VcpuState | MemberEffects.VcpuSafe | MemberEffects.ResumesVm
        | MemberEffects.PausesVm | MemberEffects.AssertsVmStopped | MemberEffects.NoVmEffect)) != 0;

    /// <summary>What a member does, at the place of a call.</summary>
    public static Effect At(TextSpan site, MemberEffects facts, string name, bool isWeak)
    {
        var effects = new List<Effect>();
        if (IsState(facts))
        {
            effects.Add(new Effect.Touch(site, name, writes: true));
        }

        if ((facts & MemberEffects.ResumesVm) != 0)
        {
            effects.Add(new Effect.Resume(site, name));
        }

        if ((facts & MemberEffects.PausesVm) != 0)
        {
            effects.Add(new Effect.Pause(isWeak));
        }

        if ((facts & MemberEffects.AssertsVmStopped) != 0)
        {
            effects.Add(Effect.AssertStopped);
        }

        return new Effect.Sequence([.. effects]);
    }

    public static bool IsState(MemberEffects facts) => (facts & (MemberEffects.VcpuState | MemberEffects.VcpuSafe)) == MemberEffects.VcpuState;
}
