using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.CodeFixes.Effects.Wrapping;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Lets the touching statement run only where the vCPUs are known to be stopped.</summary>
internal sealed class GuardFix : IDocumentFix
{
    public async Task<string?> TitleAsync(BoundDocument document, Diagnostic diagnostic)
    {
        if (Find(document, diagnostic) is not { } guarded
            || await ContextParameter.NameAsync(document, guarded.Handler).ConfigureAwait(false) is not { } context)
        {
            return null;
        }

        return $"Guard with 'if ({context}.VcpusStopped)'";
    }

    public async Task<SyntaxNode> FixAsync(BoundDocument document, ImmutableArray<Diagnostic> diagnostics)
    {
        var contexts = new Dictionary<MethodDeclarationSyntax, string?>();
        var guards = new List<WrappedRun>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (Find(document, diagnostic) is not { } found)
            {
                continue;
            }

            MethodDeclarationSyntax method = found.Handler.Method;
            if (!contexts.TryGetValue(method, out string? context))
            {
                context = await ContextParameter.NameAsync(document, found.Handler).ConfigureAwait(false);
                contexts.Add(method, context);
            }

            if (context is not null)
            {
                guards.Add(new WrappedRun(found.Handler, found.Run, new StoppedGuard(context)));
            }
        }

        var rewriter = new RunRewriter(WrappedRun.Join(guards, document), StatementTrivia.LineEnd(document.Root));
        IEnumerable<MethodDeclarationSyntax> methods = guards.Select(guard => guard.Handler.Method).Distinct();
        return document.Root.ReplaceNodes(rewriter.Owners.Union(methods), (original, current) =>
        {
            SyntaxNode rewritten = rewriter.Rewrite(original, current);
            return original is MethodDeclarationSyntax { ParameterList.Parameters.Count: 0 } method
                ? ContextParameter.Add((MethodDeclarationSyntax)rewritten, contexts[method]!)
                : rewritten;
        });
    }

    private static (TouchingHandler Handler, StatementRun Run)? Find(BoundDocument document, Diagnostic diagnostic) =>
        TouchingHandler.Find(document, diagnostic) is { } handler
        && StatementRun.At(handler)?.Closed(document, handler.Method) is { } run
        && MayBeSkipped(run, document)
            ? (handler, run)
            : null;

    // What a statement jumps past, or gives its first value to, is needed where it does not run.
    private static bool MayBeSkipped(StatementRun run, BoundDocument document) =>
        run.RunsThrough(document.Model)
        && run.DataFlow(document.Model) is { } flow
        && !flow.AlwaysAssigned
            .Except(flow.VariablesDeclared, SymbolEqualityComparer.Default)
            .Except(flow.DefinitelyAssignedOnEntry, SymbolEqualityComparer.Default)
            .Any();
}
