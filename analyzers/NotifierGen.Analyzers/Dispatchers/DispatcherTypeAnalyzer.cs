using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Generator.Parsing;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Dispatchers;

/// <summary>Reports NG0009: a <c>[DispatchTable]</c> class for which the generator writes no table.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DispatcherTypeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DispatcherType);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(DispatcherRules.AttributeMetadataName) is not null)
            {
                start.RegisterSymbolAction(CheckType, SymbolKind.NamedType);
            }
        });
    }

    private static void CheckType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !DispatcherRules.IsDispatcher(type))
        {
            return;
        }

        foreach (RuleViolation violation in DispatcherRules.Check(type, context.CancellationToken))
        {
            context.ReportDiagnostic(violation.ToDiagnostic(context.CancellationToken));
        }
    }
}
