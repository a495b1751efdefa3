using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Reads the runtime library's effect attributes, from source and from metadata.</summary>
internal static class AttributeFacts
{
    private static readonly ImmutableDictionary<string, MemberEffects> s_effects = new Dictionary<string, MemberEffects>
    {
        ["VcpuStateAttribute"] = MemberEffects.VcpuState,
        ["VcpuSafeAttribute"] = MemberEffects.VcpuSafe,
        ["ResumesVmAttribute"] = MemberEffects.ResumesVm,
        ["PausesVmAttribute"] = MemberEffects.PausesVm,
        ["AssertsVmStoppedAttribute"] = MemberEffects.AssertsVmStopped,
        ["NoVmEffectAttribute"] = MemberEffects.NoVmEffect,
        ["InvokedInPlaceAttribute"] = MemberEffects.InvokedInPlace,
    }.ToImmutableDictionary();

    /// <summary>What the attributes of a symbol say.</summary>
    public static MemberEffects Read(ImmutableArray<AttributeData> attributes)
    {
        MemberEffects effects = MemberEffects.None;
        foreach (AttributeData attribute in attributes)
        {
            effects |= Read(attribute);
        }

        return effects;
    }

    /// <summary>The name of the attribute, without "Attribute", that says one thing.</summary>
    public static string NameOf(MemberEffects effect)
    {
        foreach (KeyValuePair<string, MemberEffects> attribute in s_effects)
        {
            if (attribute.Value == effect)
            {
                return attribute.Key.Substring(0, attribute.Key.Length - "Attribute".Length);
            }
        }

        return effect == MemberEffects.StoppedWhenTrue ? "VmStoppedWhen(true)" : "VmStoppedWhen(false)";
    }

    private static MemberEffects Read(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type || !HandlerAttribute.IsNotifierGenType(type, type.Name))
        {
            return MemberEffects.None;
        }

        if (type.Name == "VmStoppedWhenAttribute")
        {
            return attribute.ConstructorArguments is [{ Value: bool value }]
                ? value ? MemberEffects.StoppedWhenTrue : MemberEffects.StoppedWhenFalse
                : MemberEffects.None;
        }

        return s_effects.TryGetValue(type.Name, out MemberEffects effects) ? effects : MemberEffects.None;
    }
}
