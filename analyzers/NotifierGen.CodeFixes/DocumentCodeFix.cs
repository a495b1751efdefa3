using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.CodeFixes;

/// <summary>A provider of one fix, which needs to see nothing but its document.</summary>
public abstract class DocumentCodeFix : DocumentCodeFixes, IDocumentFix
{
    private protected sealed override ImmutableArray<IDocumentFix> Fixes => ImmutableArray.Create<IDocumentFix>(this);

    Task<string?> IDocumentFix.TitleAsync(BoundDocument document, Diagnostic diagnostic) =>
        Task.FromResult(Title(document.Root, document.Model, diagnostic));

    Task<SyntaxNode> IDocumentFix.FixAsync(BoundDocument document, ImmutableArray<Diagnostic> diagnostics) =>
        Task.FromResult(Fix(document.Root, document.Model, diagnostics));

    /// <summary>What the fix does to this diagnostic; null if it can do nothing.</summary>
    private protected abstract string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic);

    /// <summary>The document with all of the diagnostics mended; those it can do nothing about stay.</summary>
    private protected abstract SyntaxNode Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics);
}
