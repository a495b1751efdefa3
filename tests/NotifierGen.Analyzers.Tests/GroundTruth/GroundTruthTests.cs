using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Reduction;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>
/// The analysis against what random programs do when they are run. <c>NOTIFIERGEN_FUZZ_PROGRAMS</c> says how many, <c>NOTIFIERGEN_FUZZ_SEED</c>
/// which ones, <c>NOTIFIERGEN_FUZZ_FOLDER</c> where the statistics and the programs that fail are written. A program that failed is kept in the
/// folder Regressions.
/// </summary>
public sealed class GroundTruthTests(ITestOutputHelper output)
{
    // On the full language, of a hundred alarms. Branches that depend on each other and targets that cannot be told apart cost these.
    private const double MaxFalseAlarms = 10;

    // Handlers in a hundred of which the analysis may say that it cannot tell (NG1099): scopes in fields, delegates that come from anywhere.
    private const double MaxUndecided = 25;

    public static TheoryData<string> Regressions => [.. Directory.EnumerateFiles(RegressionFolder, "*.cs").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string RegressionFolder => Repository.PathOf("tests", "NotifierGen.Analyzers.Tests", "GroundTruth", "Regressions");

    [Fact]
    public void NoTouchIsMissedAndTheExactSubLanguageIsExact()
    {
        FuzzRun run = FuzzRun.Of(Subject.Judge, FuzzOptions.Seed, FuzzOptions.Programs, FuzzOptions.Findings);

        output.WriteLine(run.Summary);
        Write("statistics.txt", run.Summary);
        foreach (Finding finding in run.Findings)
        {
            Write($"{finding.Program.Seed:X}.cs", finding.ToText());
        }

        Assert.True(run.Findings.IsEmpty, $"Seed {FuzzOptions.Seed}.\n{string.Join('\n', run.Findings.Select(static finding => finding.ToText()))}");
        Assert.True(run.Statistics.Full.FalseAlarmRate <= MaxFalseAlarms, run.Summary);
        Assert.True(run.Statistics.Full.UndecidedRate <= MaxUndecided, run.Summary);
        Assert.True(run.Statistics.Exact.Undecided == 0, run.Summary);
    }

    [Theory]
    [MemberData(nameof(Regressions))]
    public void WhatFailedOnceHolds(string file)
    {
        string source = File.ReadAllText(Path.Combine(RegressionFolder, file));

        ProgramOutcome? outcome = Subject.Judge.Compare(SourceProgram.Of(source, isExact: source.StartsWith("// exact", StringComparison.Ordinal)), Effort.Thorough);

        Assert.NotNull(outcome);
        Assert.NotEmpty(outcome.Handlers);
        Assert.Empty(outcome.Failures);
    }

    private static void Write(string file, string text)
    {
        if (FuzzOptions.Folder is { } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, file), text);
        }
    }
}
