using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.TableFiles;

/// <summary>
/// Reports NG0012 at a dispatcher: the file that <c>NotifierGenTableFile</c> names does not hold the table as compiled. With it, a change of the order
/// or of who handles what is a line in a review.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TableFileAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The key under which a diagnostic tells the fix which file to update.</summary>
    internal const string PathKey = "Path";

    private const string Option = "build_property.NotifierGenTableFile";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.TableFile);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Option, out string? name)
                && !string.IsNullOrWhiteSpace(name)
                && start.Compilation.GetTypeByMetadataName(DispatcherRules.AttributeMetadataName) is not null)
            {
                AdditionalText? file = Find(start.Options.AdditionalFiles, name.Trim());
                start.RegisterSymbolAction(symbol => Check(symbol, name.Trim(), file), SymbolKind.NamedType);
            }
        });
    }

    // The property says where the file is from the project's folder; the compiler has its full path.
    private static AdditionalText? Find(ImmutableArray<AdditionalText> files, string name)
    {
        string wanted = Normalize(name);
        return files.FirstOrDefault(file => Normalize(file.Path) is var path
            && path.EndsWith(wanted, StringComparison.OrdinalIgnoreCase)
            && (path.Length == wanted.Length || path[path.Length - wanted.Length - 1] == '/'));
    }

    private static string Normalize(string path)
    {
        path = path.Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal))
        {
            path = path.Substring(path.IndexOf('/') + 1);
        }

        return path;
    }

    private static void Check(SymbolAnalysisContext context, string name, AdditionalText? file)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!DispatcherRules.HasTable(type, context.CancellationToken))
        {
            return;
        }

        SourceText? text = file?.GetText(context.CancellationToken);
        string? difference = text is null
            ? "there is no such file; add an empty one"
            : TableDifference.Describe(MarkdownTable.In(text).Lines, ComposedTable.Rows(context.Compilation, context.CancellationToken));
        if (difference is not null)
        {
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.TableFile, type.Locations[0], file is null ? properties : properties.Add(PathKey, file.Path), name, type.Name, difference));
        }
    }
}
