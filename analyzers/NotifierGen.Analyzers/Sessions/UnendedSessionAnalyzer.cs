using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>
/// Reports NG1009: a session that some path leaves without Complete, Fail or Dispose, be it the path of an exception. Only methods that begin a
/// session are looked at; a session that is returned, stored or handed on is its receiver's.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnendedSessionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnendedSession);

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
        foreach (InvocationExpressionSyntax call in SessionText.Beginnings(context.SemanticModel.SyntaxTree, context.CancellationToken))
        {
            if (SessionBeginning.Read(context.SemanticModel.GetOperation(call, context.CancellationToken)) is { } beginning)
            {
                Check(context, beginning);
            }
        }
    }

    private static void Check(SemanticModelAnalysisContext context, SessionBeginning beginning)
    {
        if (SessionGraph.Around(beginning.Call, context.CancellationToken) is not { } graph
            || SessionHolders.Find(beginning, graph) is not { } holders)
        {
            return;
        }

        if (LeakSearch.Find(holders, graph, context.CancellationToken) is { } leak)
        {
            ILocalSymbol? variable = holders.Variable;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UnendedSession,
                beginning.Call.Syntax.GetLocation(),
                ImmutableArray.Create(leak.Syntax.GetLocation()),
                beginning.TypeName,
                beginning.Describe(variable),
                variable is null && leak.Kind != LeakKind.Exception ? "on any path" : leak.Describe()));
        }
    }
}
