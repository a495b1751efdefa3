using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>Mistakes made on purpose are noticed: random programs tell the mistaken analysis from the monitor.</summary>
public sealed class MutantTests
{
    private const int BatchSize = 25;
    private const int MaxPrograms = 500;

    public static TheoryData<string> Mutants => [.. Enum.GetNames<AnalysisVariant>().Where(static name => name != nameof(AnalysisVariant.None))];

    [Theory]
    [MemberData(nameof(Mutants))]
    public void EveryMutantIsCaught(string mutant)
    {
        AnalysisVariant variant = Enum.Parse<AnalysisVariant>(mutant);

        Assert.Contains(Suspects(variant), program => Subject.Mistaken(variant).Compare(program, Effort.Quick) is { } outcome && outcome.Failures.Any());
    }

    /// <summary>The programs of which the mistaken analysis says something else than the true one; only those can give it away.</summary>
    private static IEnumerable<FuzzProgram> Suspects(AnalysisVariant variant)
    {
        for (int first = 0; first < MaxPrograms; first += BatchSize)
        {
            var batch = new Batch(Seeds.Programs(Seeds.Default, first, BatchSize));
            AnalyzerRun truth = Run(batch.EachForAnalyzer, AnalysisVariant.None);
            AnalyzerRun mistake = Run(batch.EachForAnalyzer, variant);
            foreach (FuzzProgram program in batch.Programs)
            {
                if (program.Handlers.Any(handler => !Verdict(truth, program, handler).SetEquals(Verdict(mistake, program, handler))))
                {
                    yield return program;
                }
            }
        }
    }

    private static AnalyzerRun Run(IEnumerable<Compilation> compilations, AnalysisVariant variant) => AnalyzerRun.Of(compilations, new VcpuStateAnalyzer(variant));

    private static ImmutableHashSet<(string Rule, int Statement)> Verdict(AnalyzerRun run, FuzzProgram program, Handler handler) =>
        [.. run.In(program.Space, handler.Name).Select(static report => (report.Rule, report.Statement))];
}
