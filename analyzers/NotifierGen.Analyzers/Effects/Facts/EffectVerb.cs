using System.Collections.Immutable;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>A verb of the effect files.</summary>
internal sealed class EffectVerb
{
    public static readonly EffectVerb VcpuState = new EffectVerb("vcpu-state", MemberEffects.VcpuState);

    /// <summary>Names an attribute class: every member that carries it is vCPU state.</summary>
    public static readonly EffectVerb VcpuStateByAttribute = new EffectVerb("vcpu-state-by-attribute", MemberEffects.VcpuState);

    public static readonly EffectVerb VcpuSafe = new EffectVerb("vcpu-safe", MemberEffects.VcpuSafe);

    public static readonly EffectVerb ResumesVm = new EffectVerb("resumes-vm", MemberEffects.ResumesVm);

    public static readonly EffectVerb PausesVm = new EffectVerb("pauses-vm", MemberEffects.PausesVm);

    public static readonly EffectVerb StoppedWhenTrue = new EffectVerb("vm-stopped-when-true", MemberEffects.StoppedWhenTrue);

    public static readonly EffectVerb StoppedWhenFalse = new EffectVerb("vm-stopped-when-false", MemberEffects.StoppedWhenFalse);

    public static readonly EffectVerb AssertsVmStopped = new EffectVerb("asserts-vm-stopped", MemberEffects.AssertsVmStopped);

    public static readonly EffectVerb InvokedInPlace = new EffectVerb("invoked-in-place", MemberEffects.InvokedInPlace);

    public static readonly EffectVerb NoVmEffect = new EffectVerb("no-vm-effect", MemberEffects.NoVmEffect);

    private EffectVerb(string name, MemberEffects effects)
    {
        Name = name;
        Effects = effects;
    }

    /// <summary>All verbs.</summary>
    public static ImmutableArray<EffectVerb> All { get; } = ImmutableArray.Create(
        VcpuState,
        VcpuStateByAttribute,
        VcpuSafe,
        ResumesVm,
        PausesVm,
        StoppedWhenTrue,
        StoppedWhenFalse,
        AssertsVmStopped,
        InvokedInPlace,
        NoVmEffect);

    /// <summary>How it is written.</summary>
    public string Name { get; }

    /// <summary>What it says of a member.</summary>
    public MemberEffects Effects { get; }

    /// <summary>The verb of a name; null if there is none.</summary>
    public static EffectVerb? Find(string name)
    {
        foreach (EffectVerb verb in All)
        {
            if (verb.Name == name)
            {
                return verb;
            }
        }

        return null;
    }
}
