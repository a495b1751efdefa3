using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Reduction;
using NotifierGen.Analyzers.Tests.GroundTruth.StandIns;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>What judges the analysis, held against analyzers whose verdict is known.</summary>
public sealed class JudgeTests
{
    private static readonly Judge s_silent = new(static () => new SilentAnalyzer());
    private static readonly Judge s_loud = new(static () => new LoudAnalyzer());

    [Fact]
    public void WhoNeverWarnsMissesSomethingAndRaisesNoAlarm()
    {
        FuzzRun run = FuzzRun.Of(s_silent, Seeds.Default, 10);

        Assert.Single(run.Findings);
        Assert.All(run.Findings, static finding => Assert.Equal(MismatchKind.Missed, finding.Mismatch.Kind));
        Assert.Equal(0, run.Statistics.Exact.Alarms + run.Statistics.Full.Alarms);
    }

    [Fact]
    public void WhoAlwaysWarnsMissesNothingAndRaisesFalseAlarms()
    {
        IEnumerable<ProgramOutcome> outcomes = s_loud.Compare(Seeds.Programs(Seeds.Default, 0, 25), Effort.Quick, out Diagnostic? error);

        Assert.Null(error);
        Assert.Empty(outcomes.SelectMany(static outcome => outcome.Handlers).SelectMany(static handler => handler.Missed));
        Assert.Contains(outcomes, static outcome => outcome.Failures.Any());
    }

    [Fact]
    public void AFindingIsMadeSmallAndStillShowsIt()
    {
        Finding finding = FuzzRun.Of(s_silent, Seeds.Default, 1).Findings[0];

        string text = finding.ToText();
        Assert.InRange(text.Split('\n').Length, 1, 30);
        ProgramOutcome? again = s_silent.Compare(SourceProgram.Of(text), Effort.Quick);
        Assert.Contains(again!.Failures, finding.Mismatch.IsLike);
    }

    [Fact]
    public void AProgramThatDoesNotCompileHasNoOutcome() => Assert.Null(s_silent.Compare(SourceProgram.Of("class Broken { int }"), Effort.Quick));
}
