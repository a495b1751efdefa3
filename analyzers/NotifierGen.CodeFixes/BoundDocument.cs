using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Facts;

namespace NotifierGen.CodeFixes;

/// <summary>A document as a fix sees it: its tree, and what the names in it mean.</summary>
internal sealed class BoundDocument
{
    private VmFacts? _facts;

    private BoundDocument(Document document, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        Document = document;
        Root = root;
        Model = model;
        CancellationToken = cancellationToken;
    }

    public Document Document { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>What attributes and effect files say of members.</summary>
    public VmFacts Facts => _facts ??= VmFacts.Of(Model.Compilation, Document.Project.AnalyzerOptions, CancellationToken);

    /// <summary>Null where a document has no tree.</summary>
    public static async Task<BoundDocument?> CreateAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? new BoundDocument(document, root, model, cancellationToken)
            : null;
}
