using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.CodeFixes.Handlers;

/// <summary>Mends NG0005: removes the attribute that asks for a second call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDuplicateCodeFix))]
public sealed class RemoveDuplicateCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG0005");

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic) =>
        FindAttribute(root, diagnostic) is null ? null : "Remove this attribute";

    private protected override SyntaxNode Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var attributes = new HashSet<AttributeSyntax>(diagnostics.Select(diagnostic => FindAttribute(root, diagnostic)).OfType<AttributeSyntax>());
        IEnumerable<MethodDeclarationSyntax> methods = attributes
            .Select(attribute => attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>())
            .OfType<MethodDeclarationSyntax>()
            .Distinct();
        return root.ReplaceNodes(methods, (original, _) => Without(original, attributes));
    }

    // The comment above the attributes is the method's, whichever of them goes.
    private static MethodDeclarationSyntax Without(MethodDeclarationSyntax method, HashSet<AttributeSyntax> attributes)
    {
        var lists = new List<AttributeListSyntax>();
        foreach (AttributeListSyntax list in method.AttributeLists)
        {
            AttributeSyntax[] removed = list.Attributes.Where(attributes.Contains).ToArray();
            if (removed.Length < list.Attributes.Count)
            {
                lists.Add(list.RemoveNodes(removed, SyntaxRemoveOptions.KeepNoTrivia)!);
            }
        }

        return method.WithAttributeLists(SyntaxFactory.List(lists)).WithLeadingTrivia(method.GetLeadingTrivia());
    }

    private static AttributeSyntax? FindAttribute(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();
}
