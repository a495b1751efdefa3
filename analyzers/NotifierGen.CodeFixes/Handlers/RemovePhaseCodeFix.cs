using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.CodeFixes.Handlers;

/// <summary>Mends NG0003: removes the phase from an event that has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemovePhaseCodeFix))]
public sealed class RemovePhaseCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG0003");

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic) =>
        FindArgument(root, diagnostic) is null ? null : "Remove the phase";

    private protected override SyntaxNode Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        IEnumerable<SyntaxNode> arguments = diagnostics.Select(diagnostic => FindArgument(root, diagnostic)).OfType<SyntaxNode>();
        return root.RemoveNodes(arguments, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    private static AttributeArgumentSyntax? FindArgument(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>();
}
