using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects.Roots;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Allocations;

/// <summary>Reports NG2001, where a handler's own body allocates; off unless asked for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AllocatingHandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.AllocatingHandler);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start => HandlerBodies.Register(start, Check));
    }

    private static void Check(OperationBlockAnalysisContext context, IMethodSymbol handler, List<HandlerRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var places = new HashSet<SyntaxNode>();
        foreach (IOperation operation in HandlerBodies.Of(context).SelectMany(HotPath.Of))
        {
            if (Allocation.Of(operation) is { } what && places.Add(operation.Syntax))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.AllocatingHandler, operation.Syntax.GetLocation(), rows[0].Event, HandlerRules.Name(handler), what));
            }
        }
    }
}
