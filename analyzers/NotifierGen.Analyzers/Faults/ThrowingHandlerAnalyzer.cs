using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects.Roots;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Faults;

/// <summary>Reports NG1008, where a handler throws an exception of its own that leaves it, though its event cannot be refused.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowingHandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ThrowingHandler);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start => HandlerBodies.Register(start, Check));
    }

    private static void Check(OperationBlockAnalysisContext context, IMethodSymbol handler, List<HandlerRow> rows)
    {
        // Of a handler of several events, it may be the one that may refuse in which it throws.
        if (rows.Count == 0 || rows.Exists(static row => row.Event is EventKind.Setup or EventKind.IncomingSetup))
        {
            return;
        }

        foreach (IOperation operation in HandlerBodies.Of(context).SelectMany(SourceBodies.OwnOperations))
        {
            if (OwnException.Of(operation) is { } thrown && !thrown.IsCaught())
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.ThrowingHandler,
                    thrown.Locate(),
                    rows[0].Event,
                    HandlerRules.Name(handler),
                    thrown.Type?.Name ?? "an exception"));
            }
        }
    }
}
