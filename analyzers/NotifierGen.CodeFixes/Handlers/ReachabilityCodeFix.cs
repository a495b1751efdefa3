using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.CodeFixes.Syntax;

namespace NotifierGen.CodeFixes.Handlers;

/// <summary>Mends NG0002: makes the device class and the types around it partial, and nested types internal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReachabilityCodeFix))]
public sealed class ReachabilityCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG0002");

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        foreach (TypeDeclarationSyntax type in TypesAround(root, diagnostic))
        {
            if (IsHidden(type))
            {
                return $"Make '{type.Identifier.ValueText}' internal";
            }
        }

        foreach (TypeDeclarationSyntax type in TypesAround(root, diagnostic))
        {
            if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return $"Make '{type.Identifier.ValueText}' partial";
            }
        }

        return null;
    }

    private protected override SyntaxNode Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var hidden = new HashSet<SyntaxNode>();
        var closed = new HashSet<SyntaxNode>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            hidden.UnionWith(TypesAround(root, diagnostic).Where(IsHidden));
            if (NeedsPartial(root, diagnostic))
            {
                closed.UnionWith(TypesAround(root, diagnostic));
            }
        }

        return root.ReplaceNodes(hidden.Union(closed), (original, current) =>
        {
            var type = (TypeDeclarationSyntax)current;
            type = hidden.Contains(original) ? Modifiers.MakeInternal(type) : type;
            return closed.Contains(original) ? Modifiers.MakePartial(type) : type;
        });
    }

    private static IEnumerable<TypeDeclarationSyntax> TypesAround(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).Ancestors().OfType<TypeDeclarationSyntax>();

    // A handler that the assembly can see needs no partial class, unless generic; then it only had a hidden type around it.
    private static bool NeedsPartial(SyntaxNode root, Diagnostic diagnostic)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
        {
            return false;
        }

        bool isVisible = method.Modifiers.Any(SyntaxKind.PublicKeyword) || method.Modifiers.Any(SyntaxKind.InternalKeyword)
            || (method.Parent is InterfaceDeclarationSyntax && !method.Modifiers.Any(IsPrivateOrProtected));
        return !isVisible || TypesAround(root, diagnostic).Any(type => type.TypeParameterList is not null);
    }

    private static bool IsHidden(TypeDeclarationSyntax type)
    {
        if (type.Parent is not TypeDeclarationSyntax parent
            || type.Modifiers.Any(SyntaxKind.PublicKeyword) || type.Modifiers.Any(SyntaxKind.InternalKeyword))
        {
            return false;
        }

        return type.Modifiers.Any(IsPrivateOrProtected)
            || (parent is not InterfaceDeclarationSyntax && !type.Modifiers.Any(SyntaxKind.PartialKeyword));
    }

    private static bool IsPrivateOrProtected(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword;
}
