using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

/// <summary>What an analyzer says about the handlers of a compilation.</summary>
internal sealed class AnalyzerRun
{
    private readonly ILookup<(string Space, string Handler), Report> _reports;

    private AnalyzerRun(ILookup<(string Space, string Handler), Report> reports, string? crash)
    {
        _reports = reports;
        Crash = crash;
    }

    /// <summary>The exception that it ended with; null: none.</summary>
    public string? Crash { get; }

    public static AnalyzerRun Of(IEnumerable<Compilation> compilations, DiagnosticAnalyzer analyzer)
    {
        ImmutableArray<Diagnostic> diagnostics = [.. compilations.SelectMany(compilation => Diagnostics(compilation, analyzer, isConcurrent: false))];
        Diagnostic? crash = diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id == Report.Crash);
        return new AnalyzerRun(
            diagnostics.Where(static diagnostic => diagnostic.Id != Report.Crash).Select(ReportOf).ToLookup(static report => report.Handler, static report => report.Report),
            crash?.Descriptor.Description.ToString(CultureInfo.InvariantCulture));
    }

    public static ImmutableArray<Diagnostic> Diagnostics(Compilation compilation, DiagnosticAnalyzer analyzer, bool isConcurrent)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: isConcurrent, logAnalyzerExecutionTime: false);
        return compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>The diagnostics in a handler.</summary>
    public IReadOnlyList<Report> In(string space, string handler) => [.. _reports[(space, handler)]];

    private static ((string Space, string Handler) Handler, Report Report) ReportOf(Diagnostic diagnostic)
    {
        SyntaxNode? node = diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        MethodDeclarationSyntax? handler = node?.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        string space = handler?.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.ToString() ?? "";
        int statement = node is null || handler?.Body is null ? -1 : StatementOf(node, handler.Body);
        return ((space, handler?.Identifier.ValueText ?? ""), new Report(diagnostic.Id, statement, diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }

    // The handler's statements are numbered by calls between them.
    private static int StatementOf(SyntaxNode node, BlockSyntax body)
    {
        if (node.AncestorsAndSelf().TakeWhile(ancestor => ancestor != body).Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        {
            return -1;
        }

        int statement = -1;
        foreach (StatementSyntax candidate in body.Statements.TakeWhile(candidate => candidate.SpanStart <= node.SpanStart))
        {
            if (candidate is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "At" } } })
            {
                statement++;
            }
        }

        return statement;
    }
}
