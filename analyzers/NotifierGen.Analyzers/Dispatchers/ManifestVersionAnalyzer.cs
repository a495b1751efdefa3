using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Parsing;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Dispatchers;

/// <summary>Reports NG0011 at a dispatcher: it cannot compose the handlers of an assembly whose manifest has another schema version.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManifestVersionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ManifestVersion);

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

        foreach (IAssemblySymbol assembly in context.Compilation.SourceModule.ReferencedAssemblySymbols)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!ManifestParser.MayHaveManifest(assembly))
            {
                continue;
            }

            foreach (AttributeData attribute in assembly.GetAttributes())
            {
                if (ManifestParser.SchemaOf(attribute) is { } version && version != ManifestSchema.Version)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptors.ManifestVersion,
                        type.Locations[0],
                        assembly.Name,
                        version.ToString(CultureInfo.InvariantCulture),
                        ManifestSchema.Version.ToString(CultureInfo.InvariantCulture),
                        version > ManifestSchema.Version
                            ? "update the NotifierGen package of this project"
                            : $"rebuild '{assembly.Name}' with the NotifierGen package of this project"));
                }
            }
        }
    }
}
