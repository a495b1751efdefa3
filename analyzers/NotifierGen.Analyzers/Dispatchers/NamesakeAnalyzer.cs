using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Parsing;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Dispatchers;

/// <summary>Reports NG0014 at a dispatcher: it cannot call the rows of classes that only an extern alias would tell apart.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamesakeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.Namesakes);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(DispatcherRules.AttributeMetadataName) is not null)
            {
                start.RegisterSymbolAction(CheckDispatcher, SymbolKind.NamedType);
            }
        });
    }

    private static void CheckDispatcher(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!DispatcherRules.HasTable(type, context.CancellationToken))
        {
            return;
        }

        foreach (IGrouping<(string, string), ComposableRow> rows in ManifestParser.ParseAmbiguous(context.Compilation, context.CancellationToken)
            .GroupBy(row => (row.Row.Alias, row.Row.RowClass)))
        {
            IAssemblySymbol own = context.Compilation.Assembly;
            IEnumerable<string> assemblies = rows.Select(row => row.DeviceKey.Identity)
                .Concat(rows.First().Row.Assembly == own.Name ? [own.Identity.GetDisplayName()] : Array.Empty<string>())
                .Distinct()
                .OrderBy(name => name, StringComparer.Ordinal)
                .Select(name => "'" + name + "'");
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Namesakes, type.Locations[0], rows.First().Row.Device, string.Join(" and ", assemblies)));
        }
    }
}
