using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>NG0002: a handler that a row cannot reach. Rows stand outside the class, or inside it where it is partial.</summary>
internal static class ReachabilityRule
{
    public const string Id = "NG0002";

    public static void Check(IMethodSymbol method, ref ViolationList violations, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.ContainingType is not null && IsHidden(type))
            {
                violations.Add(
                    Id,
                    method,
                    HandlerRules.Name(method),
                    $"'{HandlerRules.TypeName(type)}' is a {Describe(type.DeclaredAccessibility)} nested type; make it internal");
                return;
            }
        }

        bool isGeneric = DeviceTypeRule.IsGeneric(method.ContainingType);
        if (!isGeneric && !IsHidden(method))
        {
            return;
        }

        if (FirstNotPartial(method.ContainingType, cancellationToken) is { } notPartial)
        {
            string reason = IsHidden(method) ? $"it is {Describe(method.DeclaredAccessibility)}" : "its class is generic";
            violations.Add(Id, method, HandlerRules.Name(method), $"{reason}; make '{HandlerRules.TypeName(notPartial)}' partial, so that the row can stand inside it");
        }
    }

    /// <summary>The innermost of the type and those that contain it which generated code cannot add to.</summary>
    public static INamedTypeSymbol? FirstNotPartial(INamedTypeSymbol? type, CancellationToken cancellationToken)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (!IsPartial(type, cancellationToken))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Whether a method's declaration names an accessibility.</summary>
    public static bool HasAccessibilityModifier(SyntaxNode declaration) =>
        declaration is MemberDeclarationSyntax member
        && member.Modifiers.Any(modifier => modifier.Kind()
            is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword);

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration
                && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHidden(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;

    private static string Describe(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Protected => "protected",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };
}
