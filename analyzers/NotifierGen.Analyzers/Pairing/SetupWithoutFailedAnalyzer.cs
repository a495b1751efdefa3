using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects.Roots;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Pairing;

/// <summary>
/// Reports NG1006, on the handler's name: a Setup handler changes its device, and no Failed handler of the class, or of a base, covers its modes.
/// Bodies are looked at only where the handlers do not cover each other.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SetupWithoutFailedAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property that holds the modes without a Failed handler, as a number.</summary>
    internal const string ModesProperty = "Modes";

    /// <summary>The property that says what is changed.</summary>
    internal const string ChangeProperty = "Change";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SetupWithoutFailed);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(HandlerAttribute.MetadataName) is not null
                && HandlerText.Of(start.Compilation, start.CancellationToken) is { } text)
            {
                var handlers = new HandlerMethods(text);
                var coverage = new FailedCoverage(start.Compilation);
                start.RegisterSymbolAction(action => Check(action, handlers, coverage), SymbolKind.NamedType);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, HandlerMethods handlers, FailedCoverage coverage)
    {
        foreach (KeyValuePair<IMethodSymbol, List<HandlerRow>> handler in handlers.Of((INamedTypeSymbol)context.Symbol))
        {
            int modes = handler.Value.Aggregate(0, static (known, row) => row.Event == EventKind.Setup ? known | row.Modes : known);
            if (modes != 0 && !handler.Key.IsAbstract)
            {
                Check(context, handler.Key, modes, coverage);
            }
        }
    }

    private static void Check(SymbolAnalysisContext context, IMethodSymbol method, int setup, FailedCoverage coverage)
    {
        int missing = coverage.Missing(method.ContainingType, setup, out INamedTypeSymbol device, context.CancellationToken);
        if (missing == 0 || StateChangeSearch.Find(method, context.Compilation, context.CancellationToken) is not { } change)
        {
            return;
        }

        string where = Describe(missing);
        if (!SymbolEqualityComparer.Default.Equals(device, method.ContainingType))
        {
            where += $" of '{HandlerRules.TypeName(device)}'";
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.SetupWithoutFailed,
            ViolationReport.NameOf(method),
            ImmutableArray.Create(change.Place.GetLocation()),
            ImmutableDictionary<string, string?>.Empty
                .Add(ModesProperty, missing.ToString(CultureInfo.InvariantCulture))
                .Add(ChangeProperty, change.Describe()),
            HandlerRules.Name(method),
            change.Describe(),
            where));
    }

    private static string Describe(int modes)
    {
        if (modes == HandlerAttribute.AllModes)
        {
            return "any mode";
        }

        string[] names = ModeNames.Of(modes).ToArray();
        return names.Length == 1 ? "mode " + names[0] : "modes " + string.Join(", ", names);
    }
}
