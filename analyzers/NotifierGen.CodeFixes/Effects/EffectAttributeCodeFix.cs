using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>
/// Mends NG1011 and NG1012: adds the attribute that says what a member does to the VM. For NG1012 it goes to the member that is overridden or
/// implemented, whose document may be another one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EffectAttributeCodeFix))]
public sealed class EffectAttributeCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG1011", "NG1012");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => EveryMember.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await MissingAttribute.FindAsync(solution, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } missing)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add [{missing.Attribute}] to '{missing.MemberName}'",
                        token => FixAsync(solution, ImmutableArray.Create(diagnostic), token),
                        nameof(EffectAttributeCodeFix)),
                    diagnostic);
            }
        }
    }

    private static async Task<Solution> FixAsync(Solution solution, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var missing = new List<MissingAttribute>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (await MissingAttribute.FindAsync(solution, diagnostic, cancellationToken).ConfigureAwait(false) is { } found)
            {
                missing.Add(found);
            }
        }

        foreach (IGrouping<DocumentId, MissingAttribute> members in missing.GroupBy(found => found.Document))
        {
            Document mended = await AttributeInsertion.AddAsync(solution.GetDocument(members.Key)!, members, cancellationToken).ConfigureAwait(false);
            solution = mended.Project.Solution;
        }

        return solution;
    }

    /// <summary>Collects what a scope reports before it changes anything: two overrides may want the same attribute on the same member.</summary>
    private sealed class EveryMember : FixAllProvider
    {
        public static EveryMember Instance { get; } = new EveryMember();

        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution };

        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
            Task.FromResult<CodeAction?>(CodeAction.Create(
                "Add the missing effect attributes",
                token => FixAllAsync(fixAllContext.WithCancellationToken(token), token),
                nameof(EffectAttributeCodeFix)));

        private static async Task<Solution> FixAllAsync(FixAllContext context, CancellationToken cancellationToken)
        {
            var diagnostics = new List<Diagnostic>();
            if (context is { Scope: FixAllScope.Document, Document: { } document })
            {
                diagnostics.AddRange(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
            }
            else
            {
                foreach (Project project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : new[] { context.Project })
                {
                    diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                }
            }

            return await FixAsync(context.Solution, diagnostics.ToImmutableArray(), cancellationToken).ConfigureAwait(false);
        }
    }
}
