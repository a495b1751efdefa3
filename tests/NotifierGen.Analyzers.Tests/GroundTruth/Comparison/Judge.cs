using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

/// <summary>Runs analyzer and monitor over programs and compares them, handler by handler.</summary>
internal sealed class Judge(Func<DiagnosticAnalyzer> analyzer)
{
    private const int ExecutionsEach = 3_000;

    private readonly bool _checksResumes = analyzer().SupportedDiagnostics.Any(static rule => rule.Id == Report.Resumes);

    /// <summary>The outcome of each program; an error of the compiler instead, if one has an error: generated programs have none.</summary>
    public ImmutableArray<ProgramOutcome> Compare(IEnumerable<FuzzProgram> programs, Effort effort, out Diagnostic? error)
    {
        var batch = new Batch(programs);
        using LoadedBatch? loaded = batch.Load(out error);
        if (loaded is null)
        {
            return [];
        }

        AnalyzerRun reports = AnalyzerRun.Of(batch.EachForAnalyzer, analyzer());
        return reports.Crash is { } crash
            ? AfterCrash(batch.Programs, effort, crash)
            : [.. batch.Programs.Select(program => Compare(program, loaded, reports, effort))];
    }

    // One at a time, so that it shows which of them it was.
    private ImmutableArray<ProgramOutcome> AfterCrash(ImmutableArray<FuzzProgram> programs, Effort effort, string crash) => programs is [var single]
        ? [new ProgramOutcome(single, [], 0, crash)]
        : [.. programs.Select(program => Compare(program, effort)).OfType<ProgramOutcome>()];

    /// <summary>The outcome of a single program; null if it does not compile.</summary>
    public ProgramOutcome? Compare(FuzzProgram program, Effort effort) => Compare([program], effort, out _) is [var outcome] ? outcome : null;

    private ProgramOutcome Compare(FuzzProgram program, LoadedBatch loaded, AnalyzerRun reports, Effort effort)
    {
        int executions = 0;
        var outcomes = ImmutableArray.CreateBuilder<HandlerOutcome>();
        foreach (Handler handler in program.Handlers)
        {
            IReadOnlyList<Report> reported = reports.In(program.Space, handler.Name);
            var explorer = new Explorer(loaded.Handler(program, handler), program.Seed);
            outcomes.Add(Explore(handler, reported, explorer, effort));
            executions += explorer.Executions;
        }

        return new ProgramOutcome(program, outcomes.ToImmutable(), executions, Crash: null);
    }

    private HandlerOutcome Explore(Handler handler, IReadOnlyList<Report> reported, Explorer explorer, Effort effort)
    {
        explorer.Enumerate(handler.Entry, effort.Bits, effort.Enumerated);
        explorer.ThrowEverywhere();
        explorer.Vary(handler.Entry, effort.Patience, ExecutionsEach);
        HandlerOutcome outcome = Outcome();
        for (int spent = 0; spent < effort.Doubt && outcome.FalseAlarms.Length > 0; spent += 1_000)
        {
            if (spent % 4_000 == 0)
            {
                explorer.ThrowFurther(effort.Doubt / 4);
            }

            int seen = explorer.Observed.Count;
            explorer.Vary(handler.Entry, 1_000, 1_000, () => explorer.Observed.Count > seen);
            outcome = Outcome();
        }

        return outcome;

        HandlerOutcome Outcome() => new(handler, reported, explorer.Observed, _checksResumes);
    }
}
