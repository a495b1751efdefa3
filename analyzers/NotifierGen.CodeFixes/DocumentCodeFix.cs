using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NotifierGen.CodeFixes;

/// <summary>
/// A fix within one document that mends any number of diagnostics at once: two handlers of a class both want it partial, and a batch of
/// independent edits would say so twice.
/// </summary>
public abstract class DocumentCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        diagnostics.IsEmpty ? document : await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Title(root, model, diagnostic) is not { } title)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(title, token => FixAsync(context.Document, ImmutableArray.Create(diagnostic), token), GetType().Name),
                diagnostic);
        }
    }

    /// <summary>What the fix does to this diagnostic; null if it can do nothing.</summary>
    private protected abstract string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic);

    /// <summary>The document with all of the diagnostics mended; those it can do nothing about stay.</summary>
    private protected abstract SyntaxNode Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics);

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? document.WithSyntaxRoot(Fix(root, model, diagnostics))
            : document;
}
