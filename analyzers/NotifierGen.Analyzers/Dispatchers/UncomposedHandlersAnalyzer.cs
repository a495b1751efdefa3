using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Dispatchers;

/// <summary>
/// Reports NG0010, once in an application: at its first handler if no dispatcher composes its own ones, else at its entry point for those of its
/// libraries. Both are symbols of the compilation, so the warning is live while typing; a fix needs a document to be offered in.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncomposedHandlersAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UncomposedHandlers);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication)
                || start.Compilation.GetTypeByMetadataName(HandlerAttribute.MetadataName) is null)
            {
                return;
            }

            var composition = new Composition(start.Compilation);
            start.RegisterSymbolAction(action => CheckHandler(action, composition), SymbolKind.Method);
            start.RegisterSemanticModelAction(action => CheckEntryPoint(action, composition));
        });
    }

    private static void CheckHandler(SymbolAnalysisContext context, Composition composition)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (HandlerRules.IsHandler(method)
            && composition.Uncomposed(out IMethodSymbol? first, context.CancellationToken) is { } assemblies
            && SymbolEqualityComparer.Default.Equals(first, method))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UncomposedHandlers, ViolationReport.NameOf(method), assemblies));
        }
    }

    private static void CheckEntryPoint(SemanticModelAnalysisContext context, Composition composition)
    {
        // Which file holds the entry point is asked first of all only where a library has handlers at all.
        if (!composition.ReferencesHandlers()
            || context.SemanticModel.Compilation.GetEntryPoint(context.CancellationToken) is not { } entryPoint
            || entryPoint.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration
            || declaration.SyntaxTree != context.SemanticModel.SyntaxTree)
        {
            return;
        }

        if (composition.Uncomposed(out IMethodSymbol? first, context.CancellationToken) is { } assemblies && first is null)
        {
            Location location = declaration.GetSyntax(context.CancellationToken) is CompilationUnitSyntax unit
                ? unit.Members.First(member => member is GlobalStatementSyntax).GetFirstToken().GetLocation()
                : entryPoint.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UncomposedHandlers, location, assemblies));
        }
    }
}
