using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Sessions.Host;
using NotifierGen.Analyzers.Sessions.Paths;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>
/// Reports NG1005, at the start of the VM: Failed is raised behind it, or a session that has failed has not raised it yet. This is the bug that
/// QEMU had. Only functions that begin sessions or raise Failed, themselves or through methods of their type, are looked at.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VmStartOrderAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property that names the variable of the session which has to be failed.</summary>
    internal const string SessionProperty = "Session";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.StartOutOfOrder);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(HandlerAttribute.MetadataName) is not null)
            {
                start.RegisterSemanticModelAction(Check);
            }
        });
    }

    private static void Check(SemanticModelAnalysisContext context)
    {
        List<IOperation> functions = HostFunctions.Find(context.SemanticModel, context.CancellationToken);
        if (functions.Count == 0)
        {
            return;
        }

        VmFacts facts = VmFacts.Of(context.SemanticModel.Compilation, context.Options, context.CancellationToken);
        var code = new HostCode(context.SemanticModel, facts, context.CancellationToken);
        foreach (IOperation function in functions)
        {
            if (code.MayStart(function) && SessionGraph.Of(function, context.CancellationToken) is { } graph)
            {
                Check(context, graph, code);
            }
        }
    }

    private static void Check(SemanticModelAnalysisContext context, ControlFlowGraph graph, HostCode code)
    {
        List<IOperation> operations = graph.Blocks.SelectMany(EvaluationOrder.Of).ToList();
        var reported = new HashSet<SyntaxNode>();
        foreach (IOperation start in operations.Where(operation => code.Of(operation) == HostEffects.Starts))
        {
            if (!reported.Contains(start.Syntax)
                && AfterStart.Look(start, code, session: null, graph, context.CancellationToken) is { Completes: false, Failure: { } failure })
            {
                reported.Add(start.Syntax);
                Report(context, start, failure.Syntax, $" on line {Line(failure.Syntax)}", session: null);
            }
        }

        foreach (SessionBeginning beginning in operations.Select(SessionBeginning.Read).OfType<SessionBeginning>())
        {
            if (beginning.TypeName != "MigrationSession" || SessionHolders.Find(beginning, graph) is not { } session)
            {
                continue;
            }

            foreach (IOperation start in LiveStarts.Find(session, code, graph, context.CancellationToken))
            {
                if (!reported.Contains(start.Syntax) && !AfterStart.Look(start, code, session, graph, context.CancellationToken).Completes)
                {
                    reported.Add(start.Syntax);
                    Report(context, start, beginning.Call.Syntax, $" for the session '{beginning.Describe(session.Variable)}'", session.Variable?.Name);
                }
            }
        }
    }

    private static void Report(SemanticModelAnalysisContext context, IOperation start, SyntaxNode other, string text, string? session) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.StartOutOfOrder,
            start.Syntax.GetLocation(),
            ImmutableArray.Create(other.GetLocation()),
            ImmutableDictionary<string, string?>.Empty.Add(SessionProperty, session),
            start.Syntax is InvocationExpressionSyntax call ? call.Expression.WithoutTrivia().ToString() : start.Syntax.ToString(),
            text));

    private static int Line(SyntaxNode syntax) => syntax.SyntaxTree.GetLineSpan(syntax.Span).StartLinePosition.Line + 1;
}
