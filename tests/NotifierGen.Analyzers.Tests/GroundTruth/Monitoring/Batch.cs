using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Shim;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

/// <summary>Programs that are compiled together, each in a file and a namespace of its own.</summary>
internal sealed class Batch
{
    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        concurrentBuild: false,
        nullableContextOptions: NullableContextOptions.Annotations);

    private static readonly ImmutableArray<MetadataReference> s_references =
        [.. DeviceProject.References, MetadataReference.CreateFromFile(typeof(O).Assembly.Location)];

    // Its references are bound once, for all that are made of it.
    private static readonly CSharpCompilation s_analysed = Bound(CSharpCompilation.Create("Analysed", [Prelude.ForAnalyzer], s_references, s_options));

    private readonly CSharpCompilation _forMonitor;

    public Batch(IEnumerable<FuzzProgram> programs)
    {
        Programs = [.. programs];
        Trees = [.. Programs.Select(static program => CSharpSyntaxTree.ParseText(program.Print(), Prelude.Options, program.Space + ".cs"))];
        _forMonitor = CSharpCompilation.Create("Monitored", [Prelude.ForMonitor, .. Trees], s_references, s_options.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress));
        ForAnalyzer = s_analysed.AddSyntaxTrees(Trees);
    }

    public ImmutableArray<FuzzProgram> Programs { get; }

    public ImmutableArray<SyntaxTree> Trees { get; }

    /// <summary>The same programs against the real framework.</summary>
    public CSharpCompilation ForAnalyzer { get; }

    /// <summary>Each program by itself: in one compilation it would see the others' implementations of what it calls.</summary>
    public IEnumerable<CSharpCompilation> EachForAnalyzer => Trees.Select(static tree => s_analysed.AddSyntaxTrees(tree));

    /// <summary>Other files than a program's own, against the real framework.</summary>
    public static CSharpCompilation ForAnalyzerOf(IEnumerable<SyntaxTree> trees) => s_analysed.AddSyntaxTrees(trees);

    /// <summary>The first error of the compiler in either compilation; null: the programs can be run and analysed.</summary>
    public Diagnostic? FirstError(bool alsoForAnalyzer) => ErrorsOf(_forMonitor).Concat(alsoForAnalyzer ? ErrorsOf(ForAnalyzer) : []).FirstOrDefault();

    /// <summary>Compiles and loads the programs; null if one has an error.</summary>
    public LoadedBatch? Load(out Diagnostic? error)
    {
        using var image = new MemoryStream();
        var result = _forMonitor.Emit(image);
        error = result.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (!result.Success)
        {
            return null;
        }

        image.Position = 0;
        return new LoadedBatch(image);
    }

    private static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        _ = compilation.GetTypeByMetadataName("System.Object");
        return compilation;
    }

    private static IEnumerable<Diagnostic> ErrorsOf(Compilation compilation) =>
        compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
