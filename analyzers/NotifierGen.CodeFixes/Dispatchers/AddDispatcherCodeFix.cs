using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.CodeFixes.Dispatchers;

/// <summary>Mends NG0010: adds a file with a dispatcher class to the application.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddDispatcherCodeFix))]
public sealed class AddDispatcherCodeFix : CodeFixProvider
{
    private const string Title = "Add a dispatcher class";
    private const string PreferredName = "MachineNotifiers";

    private static readonly FixAllProvider s_everyProject = new OncePerProject(Title, nameof(AddDispatcherCodeFix), static (project, _, token) => AddDispatcherAsync(project, token));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG0010");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => s_everyProject;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, token => AddDispatcherAsync(context.Document.Project, token), nameof(AddDispatcherCodeFix)),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> AddDispatcherAsync(Project project, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return project.Solution;
        }

        string name = FreeName(project, compilation);
        return project.AddDocument(name + ".cs", SourceText.From(Source(project, name))).Project.Solution;
    }

    private static string FreeName(Project project, Compilation compilation)
    {
        string name = PreferredName;
        for (int number = 2; compilation.ContainsSymbolsWithName(name) || project.Documents.Any(document => document.Name == name + ".cs"); number++)
        {
            name = FormattableString.Invariant($"{PreferredName}{number}");
        }

        return name;
    }

    // Written so that every language version which the generator supports can read it.
    private static string Source(Project project, string name)
    {
        string lineEnd = project.Documents.FirstOrDefault() is { } document && document.TryGetText(out SourceText? text) && text.ToString().Contains("\r\n")
            ? "\r\n"
            : "\n";
        string indent = "";
        var lines = new List<string> { "using NotifierGen;", "" };
        bool hasNamespace = IsNamespace(project.DefaultNamespace);
        if (hasNamespace && project.ParseOptions is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp10 })
        {
            lines.Add($"namespace {project.DefaultNamespace};");
            lines.Add("");
            hasNamespace = false;
        }
        else if (hasNamespace)
        {
            lines.Add($"namespace {project.DefaultNamespace}");
            lines.Add("{");
            indent = "    ";
        }

        lines.Add($"{indent}/// <summary>Composes the handlers of this application and of the libraries it references.</summary>");
        lines.Add($"{indent}[DispatchTable]");
        lines.Add($"{indent}internal sealed partial class {name} : MigrationDispatcher");
        lines.Add($"{indent}{{");
        lines.Add($"{indent}}}");
        if (hasNamespace)
        {
            lines.Add("}");
        }

        return string.Join(lineEnd, lines) + lineEnd;
    }

    private static bool IsNamespace(string? name) => !string.IsNullOrEmpty(name) && name!.Split('.').All(SyntaxFacts.IsValidIdentifier);
}
