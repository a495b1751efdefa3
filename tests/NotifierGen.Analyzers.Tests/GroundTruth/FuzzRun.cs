using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;
using NotifierGen.Analyzers.Tests.GroundTruth.Reduction;
using NotifierGen.Analyzers.Tests.GroundTruth.Statistics;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>Many programs, compared: the first that fail, made small, and what all of them say about the analysis.</summary>
internal sealed class FuzzRun
{
    // About fifty handlers: the compilers' fixed cost is spread, and a failing batch is still cheap.
    private const int BatchSize = 25;

    private FuzzRun(ImmutableArray<Finding> findings, FuzzStatistics statistics, string summary)
    {
        Findings = findings;
        Statistics = statistics;
        Summary = summary;
    }

    public ImmutableArray<Finding> Findings { get; }

    public FuzzStatistics Statistics { get; }

    /// <summary>Seed, figures and the table of constructs.</summary>
    public string Summary { get; }

    public static FuzzRun Of(Judge judge, ulong seed, int programs, int maxFindings = 1)
    {
        var watch = Stopwatch.StartNew();
        var statistics = new FuzzStatistics();
        var findings = new List<Finding>();
        for (int first = 0; first < programs; first += BatchSize)
        {
            foreach (ProgramOutcome outcome in Compare(judge, seed, first, Math.Min(BatchSize, programs - first)))
            {
                statistics.Add(outcome);
                if (findings.Count < maxFindings && outcome.Failures.FirstOrDefault() is { } failure && Finding.Of(judge, outcome.Program, failure) is { } finding)
                {
                    findings.Add(finding);
                }
            }
        }

        return new FuzzRun([.. findings], statistics, statistics.ToText(seed, watch.Elapsed));
    }

    private static ImmutableArray<ProgramOutcome> Compare(Judge judge, ulong seed, int first, int count)
    {
        ImmutableArray<ProgramOutcome> outcomes = judge.Compare(Seeds.Programs(seed, first, count), Effort.Quick, out Diagnostic? error);
        return error is null ? outcomes : throw new InvalidOperationException($"A generated program does not compile: {error}");
    }
}
