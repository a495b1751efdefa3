using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>
/// What makes a handler: the rules NG0001, NG0002, NG0003, NG0005, NG0006 and NG0008. The generator leaves out a handler that breaks one, the
/// analyzers report it. They run for every handler on every edit, so they read symbols only and allocate nothing where nothing is wrong.
/// </summary>
internal static class HandlerRules
{
    /// <summary>Whether a row calls the method: an optional partial method that nobody implements is no handler, and no mistake either.</summary>
    public static bool IsHandler(IMethodSymbol method) =>
        HandlerAttribute.IsOn(method)
        && !(method is { IsPartialDefinition: true, PartialImplementationPart: null } && IsErasedWithoutBody(method));

    /// <summary>Checks one method that carries <c>[OnMigrationEvent]</c>.</summary>
    /// <returns>What is wrong with it; empty, without an allocation, if nothing is.</returns>
    public static ImmutableArray<RuleViolation> Check(IMethodSymbol method, CancellationToken cancellationToken)
    {
        ImmutableArray<AttributeData> attributes = method.GetAttributes();
        var violations = default(ViolationList);

        if (!HandlerSignatureRule.CanBeHandler(method, ref violations))
        {
            return violations.ToImmutable();
        }

        HandlerSignatureRule.Check(method, attributes, ref violations);

        // A type that cannot be a device is not mended by making it reachable.
        if (DeviceTypeRule.Check(method, ref violations))
        {
            ReachabilityRule.Check(method, ref violations, cancellationToken);
        }

        foreach (AttributeData data in attributes)
        {
            if (HandlerAttribute.TryRead(data, out HandlerAttribute attribute))
            {
                PhaseRule.Check(method, in attribute, ref violations);
                ArgumentRule.Check(method, in attribute, ref violations);
            }
        }

        DuplicateHandlerRule.Check(method, attributes, ref violations);
        return violations.ToImmutable();
    }

    /// <summary>A method's name in messages: its class and itself.</summary>
    internal static string Name(IMethodSymbol method) =>
        method.ContainingType is { Name.Length: > 0 } type ? TypeName(type) + "." + method.Name : method.Name;

    /// <summary>A type's name in messages: without its namespace.</summary>
    internal static string TypeName(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    // "partial void M();" may stay without a body; with an accessibility it must have one, which another generator may be about to write.
    private static bool IsErasedWithoutBody(IMethodSymbol method) =>
        method is { ReturnsVoid: true, DeclaredAccessibility: Accessibility.Private }
        && (method.DeclaringSyntaxReferences.Length == 0
            || !ReachabilityRule.HasAccessibilityModifier(method.DeclaringSyntaxReferences[0].GetSyntax()));
}
