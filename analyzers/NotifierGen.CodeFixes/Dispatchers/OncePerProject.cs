using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NotifierGen.CodeFixes.Dispatchers;

/// <summary>Mends a rule that one change of a project mends: the fix goes to each project that has it, once.</summary>
internal sealed class OncePerProject(string title, string key, Func<Project, Diagnostic, CancellationToken, Task<Solution>> mend) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution };

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(title, token => MendAsync(fixAllContext.WithCancellationToken(token), token), key));

    private async Task<Solution> MendAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        Solution solution = context.Solution;
        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? solution.Projects : new[] { context.Project };
        foreach (ProjectId id in projects.Select(project => project.Id).ToArray())
        {
            ImmutableArray<Diagnostic> diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(context.Solution.GetProject(id)!).ConfigureAwait(false);
            if (!diagnostics.IsEmpty)
            {
                solution = await mend(solution.GetProject(id)!, diagnostics[0], cancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
