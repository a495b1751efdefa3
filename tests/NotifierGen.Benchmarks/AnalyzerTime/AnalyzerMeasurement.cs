using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;
using NotifierGen.Benchmarks.SyntheticCodeBase;

namespace NotifierGen.Benchmarks.AnalyzerTime;

/// <summary>What one run of analyzers over a code base took.</summary>
/// <param name="Wall">From a new compilation to the diagnostics: of the compiler, or of the analyzers.</param>
/// <param name="Analyzers">What the analyzers took of it, summed over threads, as the driver counts it.</param>
/// <param name="ByAnalyzer">The same by analyzer.</param>
/// <param name="Found">The diagnostics by rule.</param>
internal readonly record struct AnalyzerMeasurement(TimeSpan Wall, TimeSpan Analyzers, IReadOnlyDictionary<string, TimeSpan> ByAnalyzer, IReadOnlyDictionary<string, int> Found)
{
    public static async Task<AnalyzerMeasurement> OfCompiler(CompiledCodeBase code)
    {
        CSharpCompilation compilation = code.Compile();
        Collect();
        var watch = Stopwatch.StartNew();
        await Task.Run(() => compilation.GetDiagnostics());
        return new AnalyzerMeasurement(watch.Elapsed, TimeSpan.Zero, ImmutableDictionary<string, TimeSpan>.Empty, ImmutableDictionary<string, int>.Empty);
    }

    public static async Task<AnalyzerMeasurement> Of(CompiledCodeBase code, AnalyzerSet set)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = set.Analyzers();
        CompilationWithAnalyzers analysis = code.Compile().WithAnalyzers(
            analyzers,
            new CompilationWithAnalyzersOptions(new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty), Fail, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        Collect();
        var watch = Stopwatch.StartNew();
        AnalysisResult result = await analysis.GetAnalysisResultAsync(CancellationToken.None);
        TimeSpan wall = watch.Elapsed;
        var spent = new Dictionary<string, TimeSpan>();
        foreach ((DiagnosticAnalyzer analyzer, AnalyzerTelemetryInfo telemetry) in result.AnalyzerTelemetryInfo)
        {
            if (set.Counted is null || analyzer.GetType().Assembly == set.Counted)
            {
                spent[analyzer.GetType().Name] = telemetry.ExecutionTime;
            }
        }

        ImmutableArray<Diagnostic> all = result.GetAllDiagnostics();
        var sum = TimeSpan.FromTicks(spent.Values.Sum(static time => time.Ticks));
        return new AnalyzerMeasurement(wall, sum, spent, all.GroupBy(static diagnostic => diagnostic.Id).ToDictionary(static group => group.Key, static group => group.Count()));
    }

    private static void Fail(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) =>
        throw new InvalidOperationException($"{analyzer.GetType().Name} crashed", exception);

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
