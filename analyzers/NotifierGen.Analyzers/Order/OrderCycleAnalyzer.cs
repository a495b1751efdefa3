using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Order;

/// <summary>
/// Reports NG0004: at the attribute that closes a cycle of After and Before, or, where no attribute of the cycle was written in this compilation,
/// at the dispatcher that would compose the rows.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OrderCycleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.OrderCycle);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(HandlerAttribute.MetadataName) is null)
            {
                return;
            }

            // Rows are collected when the first edge or dispatcher is met: a project without them pays nothing.
            var search = new CycleSearch(start.Compilation);
            start.RegisterSymbolAction(action => CheckMethod(action, search), SymbolKind.Method);
            start.RegisterSymbolAction(action => CheckDispatcher(action, search), SymbolKind.NamedType);
        });
    }

    private static void CheckMethod(SymbolAnalysisContext context, CycleSearch search)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || !HasEdges(method))
        {
            return;
        }

        foreach (OrderCycle cycle in search.Cycles(context.CancellationToken))
        {
            if (cycle.Attribute is { } attribute && SymbolEqualityComparer.Default.Equals(cycle.Handler, method))
            {
                Location argument = ViolationReport.Locate(attribute, cycle.Argument, ViolationReport.NameOf(method), context.CancellationToken);
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.OrderCycle, argument, cycle.Moment, cycle.Path));
            }
        }
    }

    private static void CheckDispatcher(SymbolAnalysisContext context, CycleSearch search)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!DispatcherRules.HasTable(type, context.CancellationToken))
        {
            return;
        }

        foreach (OrderCycle cycle in search.Cycles(context.CancellationToken))
        {
            if (cycle.Handler is null)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.OrderCycle, type.Locations[0], cycle.Moment, cycle.Path));
            }
        }
    }

    private static bool HasEdges(IMethodSymbol method)
    {
        foreach (AttributeData data in method.GetAttributes())
        {
            if (HandlerAttribute.TryRead(data, out HandlerAttribute attribute)
                && (!attribute.Types("After").IsEmpty || !attribute.Types("Before").IsEmpty))
            {
                return true;
            }
        }

        return false;
    }
}
