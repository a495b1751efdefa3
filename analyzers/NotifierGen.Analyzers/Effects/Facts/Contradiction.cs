using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Two facts of one symbol that cannot both hold. What is written first holds, an attribute before any line.</summary>
internal static class Contradiction
{
    private const MemberEffects State = MemberEffects.VcpuState | MemberEffects.VcpuSafe;
    private const MemberEffects Power = MemberEffects.ResumesVm | MemberEffects.PausesVm;
    private const MemberEffects Stopped = MemberEffects.StoppedWhenTrue | MemberEffects.StoppedWhenFalse;
    private const MemberEffects Something = MemberEffects.VcpuState | Power | Stopped | MemberEffects.AssertsVmStopped;

    /// <summary>What a statement contradicts; null if nothing.</summary>
    public static string? Find(EffectStatement statement, ISymbol symbol, ImmutableArray<EffectStatement> earlier)
    {
        // A condition is a better knowledge than an attribute that holds for all calls.
        MemberEffects attributes = AttributeFacts.Read(symbol.GetAttributes());
        if (statement.Condition is null && Against(statement.Verb.Effects, attributes) is var conflict && conflict != MemberEffects.None)
        {
            return $"'{statement.Verb.Name}' contradicts [{AttributeFacts.NameOf(conflict)}] on '{symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}', which holds; remove one of them";
        }

        foreach (EffectStatement other in earlier)
        {
            if (MayMeet(statement, other) && Against(statement.Verb.Effects, other.Verb.Effects) != MemberEffects.None)
            {
                string place = other.Line.Path == statement.Line.Path
                    ? $"line {other.Line.Line + 1}"
                    : $"line {other.Line.Line + 1} of {FileName(other.Line.Path)}";
                return $"'{statement.Verb.Name}' contradicts '{other.Verb.Name}' of {place}, which holds; remove one of them";
            }
        }

        return null;
    }

    // "Pauses, but resumes when force is true" is none; "never does anything, but ..." is.
    private static bool MayMeet(EffectStatement left, EffectStatement right) =>
        left.Condition == right.Condition
        || ((left.Condition is null || right.Condition is null) && (left.Verb == EffectVerb.NoVmEffect || right.Verb == EffectVerb.NoVmEffect));

    private static MemberEffects Against(MemberEffects one, MemberEffects others)
    {
        MemberEffects against = one switch
        {
            MemberEffects.NoVmEffect => Something,
            _ => MemberEffects.None,
        };
        foreach (MemberEffects group in (MemberEffects[])[State, Power, Stopped])
        {
            if ((one & group) != 0)
            {
                against |= group & ~one;
            }
        }

        if ((one & Something) != 0)
        {
            against |= MemberEffects.NoVmEffect;
        }

        // The first one is enough for a message.
        MemberEffects found = against & others;
        return found & (MemberEffects)(ushort)-(short)found;
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
