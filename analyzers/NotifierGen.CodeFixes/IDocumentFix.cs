using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.CodeFixes;

/// <summary>One way to mend diagnostics within one document.</summary>
internal interface IDocumentFix
{
    /// <summary>What the fix does to this diagnostic; null if it can do nothing.</summary>
    Task<string?> TitleAsync(BoundDocument document, Diagnostic diagnostic);

    /// <summary>The tree with all of the diagnostics mended; those it can do nothing about stay.</summary>
    Task<SyntaxNode> FixAsync(BoundDocument document, ImmutableArray<Diagnostic> diagnostics);
}
