using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>What makes a dispatcher: the rule NG0009. The generator writes no table for a class that breaks it, the analyzers report it.</summary>
internal static class DispatcherRules
{
    /// <summary>The attribute's full metadata name.</summary>
    public const string AttributeMetadataName = "NotifierGen.DispatchTableAttribute";

    /// <summary>Whether a type is marked as a dispatcher.</summary>
    public static bool IsDispatcher(INamedTypeSymbol type)
    {
        foreach (AttributeData data in type.GetAttributes())
        {
            if (HandlerAttribute.IsNotifierGenType(data.AttributeClass, "DispatchTableAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the generator writes a table for the type: it is marked, and breaks no rule.</summary>
    public static bool HasTable(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.TypeKind == TypeKind.Class && IsDispatcher(type) && Check(type, cancellationToken).IsEmpty;

    /// <summary>Checks one class that carries <c>[DispatchTable]</c>.</summary>
    /// <returns>What is wrong with it; empty, without an allocation, if nothing is.</returns>
    public static ImmutableArray<RuleViolation> Check(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var violations = default(ViolationList);
        DispatcherTypeRule.Check(type, ref violations, cancellationToken);
        return violations.ToImmutable();
    }
}
