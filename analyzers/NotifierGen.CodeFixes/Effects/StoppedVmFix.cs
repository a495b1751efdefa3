using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Lets the session stop the VM for a handler: RequiresStoppedVm, on each attribute for which that means something.</summary>
internal sealed class StoppedVmFix : IDocumentFix
{
    public Task<string?> TitleAsync(BoundDocument document, Diagnostic diagnostic) =>
        Task.FromResult(Find(document, diagnostic).Any() ? "Set RequiresStoppedVm = true" : null);

    public Task<SyntaxNode> FixAsync(BoundDocument document, ImmutableArray<Diagnostic> diagnostics)
    {
        IEnumerable<AttributeSyntax> attributes = diagnostics.SelectMany(diagnostic => Find(document, diagnostic)).Distinct();
        return Task.FromResult(document.Root.ReplaceNodes(attributes, (_, current) => WrittenAttribute.RequiringStoppedVm(current)));
    }

    private static IEnumerable<AttributeSyntax> Find(BoundDocument document, Diagnostic diagnostic) =>
        TouchingHandler.Find(document, diagnostic)?.Attributes(document) is { } attributes
            ? attributes.Where(attribute => MayFindARunningVm(attribute.Meaning)).Select(attribute => attribute.Syntax)
            : Enumerable.Empty<AttributeSyntax>();

    private static bool MayFindARunningVm(in HandlerAttribute attribute) =>
        attribute is { Event: EventKind.Failed, Phase: PhaseKind.BeforeVmStart, RequiresStoppedVm: false };
}
