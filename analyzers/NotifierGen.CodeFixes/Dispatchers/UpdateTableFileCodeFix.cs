using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.TableFiles;

namespace NotifierGen.CodeFixes.Dispatchers;

/// <summary>Mends NG0012: writes the table as compiled into the table file; what stands around the table stays.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UpdateTableFileCodeFix))]
public sealed class UpdateTableFileCodeFix : CodeFixProvider
{
    private const string Title = "Update the table";

    private static readonly FixAllProvider s_everyProject = new OncePerProject(Title, nameof(UpdateTableFileCodeFix), static (project, diagnostic, token) =>
        FileOf(project, diagnostic) is { } file ? UpdateAsync(project, file, token) : Task.FromResult(project.Solution));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG0012");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => s_everyProject;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Project project = context.Document.Project;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (FileOf(project, diagnostic) is { } file)
            {
                context.RegisterCodeFix(CodeAction.Create(Title, token => UpdateAsync(project, file, token), nameof(UpdateTableFileCodeFix)), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    private static TextDocument? FileOf(Project project, Diagnostic diagnostic) => diagnostic.Properties.TryGetValue(TableFileAnalyzer.PathKey, out string? path)
        ? project.AdditionalDocuments.FirstOrDefault(document => document.FilePath == path)
        : null;

    private static async Task<Solution> UpdateAsync(Project project, TextDocument file, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return project.Solution;
        }

        SourceText text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<string> lines = ComposedTable.Head.Concat(ComposedTable.Rows(compilation, cancellationToken));
        return project.Solution.WithAdditionalDocumentText(file.Id, MarkdownTable.In(text).With(lines));
    }
}
