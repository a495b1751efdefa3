using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Allocations;

/// <summary>What a lambda takes from around it, so that each making of it is an allocation; one that takes nothing is made once.</summary>
internal static class Captures
{
    /// <summary>The first that is captured; null if nothing is.</summary>
    public static string? Of(IAnonymousFunctionOperation lambda)
    {
        foreach (IOperation operation in lambda.Body.Descendants())
        {
            switch (operation)
            {
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                    return "this";
                case ILocalReferenceOperation { Local: { IsConst: false } local } when !IsInside(local, lambda):
                    return local.Name;
                case IParameterReferenceOperation { Parameter: { } parameter } when !IsInside(parameter, lambda):
                    return parameter.Name;
            }
        }

        return null;
    }

    private static bool IsInside(ISymbol variable, IAnonymousFunctionOperation lambda)
    {
        for (ISymbol? owner = variable.ContainingSymbol; owner is IMethodSymbol; owner = owner.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(owner, lambda.Symbol))
            {
                return true;
            }
        }

        return false;
    }
}
