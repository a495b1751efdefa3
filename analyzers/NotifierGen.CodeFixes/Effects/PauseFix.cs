using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.CodeFixes.Effects.Wrapping;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Puts the touching statement into the emulator's own pausing scope.</summary>
internal sealed class PauseFix : IDocumentFix
{
    public Task<string?> TitleAsync(BoundDocument document, Diagnostic diagnostic) =>
        Task.FromResult(Find(document, diagnostic) is null ? null : "Pause the VM around this statement");

    public Task<SyntaxNode> FixAsync(BoundDocument document, ImmutableArray<Diagnostic> diagnostics)
    {
        IEnumerable<WrappedRun> found = diagnostics.Select(diagnostic => Find(document, diagnostic)).OfType<WrappedRun>();
        var rewriter = new RunRewriter(WrappedRun.Join(found, document), StatementTrivia.LineEnd(document.Root));
        return Task.FromResult(document.Root.ReplaceNodes(rewriter.Owners, rewriter.Rewrite));
    }

    private static WrappedRun? Find(BoundDocument document, Diagnostic diagnostic)
    {
        if (TouchingHandler.Find(document, diagnostic) is not { } handler
            || StatementRun.At(handler)?.Closed(document, handler.Method) is not { } run
            || run.DataFlow(document.Model) is not { } flow
            || Resumes(document, run)
            || (Causes.IsResume(diagnostic) && !(Causes.ResumeOf(diagnostic, handler) is { } resume && !run.Span.Contains(resume)))
            || PauseSearch.Find(document, handler.Symbol, run.FirstNode.SpanStart, flow.DefinitelyAssignedOnEntry) is not { } pause)
        {
            return null;
        }

        return new WrappedRun(handler, run, new PauseScope(pause));
    }

    // A resume inside of a pausing scope would undo it.
    private static bool Resumes(BoundDocument document, StatementRun run) => run
        .DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .Any(name => document.Model.GetSymbolInfo(name, document.CancellationToken).Symbol is { } member
            && member is IMethodSymbol or IPropertySymbol
            && (document.Facts.Of(member) & MemberEffects.ResumesVm) != 0);
}
