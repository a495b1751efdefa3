using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NotifierGen.CodeFixes;

/// <summary>
/// Fixes within one document, each of which mends any number of diagnostics at once: two handlers of a class both want it partial, and a batch of
/// independent edits would say so twice. One provider for all fixes of a rule, because no client promises an order among providers.
/// </summary>
public abstract class DocumentCodeFixes : CodeFixProvider
{
    /// <summary>What may be done about the rule, most useful first.</summary>
    private protected abstract ImmutableArray<IDocumentFix> Fixes { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        diagnostics.IsEmpty
        || await BoundDocument.CreateAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } bound
        || await ChooseAsync(bound, diagnostics, context.CodeActionEquivalenceKey).ConfigureAwait(false) is not { } fix
            ? document
            : document.WithSyntaxRoot(await fix.FixAsync(bound, diagnostics).ConfigureAwait(false)));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await BoundDocument.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } bound)
        {
            return;
        }

        // `dotnet format` asks with the first diagnostic of the analyzer, which may be of a rule that other fixes mend.
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            foreach (IDocumentFix fix in Fixes)
            {
                if (await fix.TitleAsync(bound, diagnostic).ConfigureAwait(false) is { } title)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create(title, token => FixAsync(context.Document, fix, diagnostic, token), KeyOf(fix)),
                        diagnostic);
                }
            }
        }
    }

    private static string KeyOf(IDocumentFix fix) => fix.GetType().Name;

    private static async Task<Document> FixAsync(Document document, IDocumentFix fix, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await BoundDocument.CreateAsync(document, cancellationToken).ConfigureAwait(false) is { } bound
            ? document.WithSyntaxRoot(await fix.FixAsync(bound, ImmutableArray.Create(diagnostic)).ConfigureAwait(false))
            : document;

    // `dotnet format` names no fix when it finds none for the diagnostic it looks at first; others may have one.
    private async Task<IDocumentFix?> ChooseAsync(BoundDocument document, ImmutableArray<Diagnostic> diagnostics, string? key)
    {
        foreach (IDocumentFix fix in Fixes)
        {
            if (key is not null)
            {
                if (KeyOf(fix) == key)
                {
                    return fix;
                }

                continue;
            }

            foreach (Diagnostic diagnostic in diagnostics)
            {
                if (await fix.TitleAsync(document, diagnostic).ConfigureAwait(false) is not null)
                {
                    return fix;
                }
            }
        }

        return null;
    }
}
