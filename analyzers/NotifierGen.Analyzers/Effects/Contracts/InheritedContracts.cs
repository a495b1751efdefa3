using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Facts;

namespace NotifierGen.Analyzers.Effects.Contracts;

/// <summary>Finds what callers of an overridden or implemented member trust in: the nearest facts on each way up.</summary>
internal static class InheritedContracts
{
    private const MemberEffects Contract = MemberEffects.VcpuState | MemberEffects.VcpuSafe | MemberEffects.ResumesVm | MemberEffects.PausesVm
        | MemberEffects.AssertsVmStopped | MemberEffects.NoVmEffect;

    /// <summary>The members above that say what they do, with what they say.</summary>
    public static List<(ISymbol Member, MemberEffects Said)> Of(IMethodSymbol body, VmFacts facts)
    {
        var contracts = new List<(ISymbol, MemberEffects)>();
        var open = new Stack<ISymbol>(facts.Inherited(body));
        while (open.Count > 0)
        {
            ISymbol overridden = open.Pop().OriginalDefinition;
            MemberEffects said = facts.Of(overridden) & Contract;
            if (said != MemberEffects.None)
            {
                contracts.Add((overridden, said));
                continue;
            }

            foreach (ISymbol next in facts.Inherited(overridden))
            {
                open.Push(next);
            }
        }

        return contracts;
    }

    /// <summary>Whether a member overrides or implements anything, as far as that can be told without a look at attributes.</summary>
    public static bool MayHaveAny(IMethodSymbol body) =>
        body.IsOverride || !body.ExplicitInterfaceImplementations.IsEmpty
        || (body.DeclaredAccessibility == Accessibility.Public && !body.ContainingType.AllInterfaces.IsEmpty);
}
