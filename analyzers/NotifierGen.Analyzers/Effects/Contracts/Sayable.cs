using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Contracts;

/// <summary>Which members other assemblies call, and what an attribute on them could say.</summary>
internal static class Sayable
{
    /// <summary>Whether code of other assemblies can call a member. A handler is not for them: the dispatcher calls it.</summary>
    public static bool IsPublic(ISymbol member)
    {
        for (ISymbol? current = member; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return !IsHandler(member as IMethodSymbol);
    }

    /// <summary>Whether the attribute of an effect may stand on a member, and would help there.</summary>
    public static bool On(ISymbol member, MemberEffects effect) => member switch
    {
        // An event's accessors cannot pause or resume anything in the language of attributes, and a constructor is no state.
        IEventSymbol => effect == MemberEffects.VcpuState,
        IMethodSymbol { MethodKind: MethodKind.Constructor } => effect != MemberEffects.VcpuState,

        // The end of a pausing scope belongs to the pause.
        IMethodSymbol { Name: "Dispose" or "DisposeAsync" } => effect == MemberEffects.VcpuState,
        _ => true,
    };

    private static bool IsHandler(IMethodSymbol? method)
    {
        for (; method is not null; method = method.OverriddenMethod)
        {
            if (HandlerAttribute.IsOn(method))
            {
                return true;
            }
        }

        return false;
    }
}
