using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Metamorphosis;

/// <summary>What the analysis says of one handler: which rules it breaks, and in which of its statements.</summary>
/// <param name="Reports">The diagnostics without their texts.</param>
internal sealed record Verdict(IReadOnlySet<(string Rule, int Statement)> Reports)
{
    public bool IsUndecided => Has(Report.Undecided);

    /// <summary>Whether vCPU state is touched by the handler while it runs.</summary>
    public bool Touches => Has(Report.AfterResume) || Has(Report.MaybeRunning);

    /// <summary>The statements in which it is.</summary>
    public IEnumerable<int> TouchingStatements =>
        Reports.Where(static report => report.Rule is Report.AfterResume or Report.MaybeRunning).Select(static report => report.Statement).Distinct();

    /// <summary>
    /// What is left of it when statements move into functions: their places become one, of which the worst touch is told, and code in a lambda belongs
    /// to a statement.
    /// </summary>
    public string Outline => string.Join(' ', Reports.Select(static report => report.Rule).Distinct().Where(rule => rule != Report.MaybeRunning || !Has(Report.AfterResume)).Order(StringComparer.Ordinal));

    /// <summary>The verdicts on the handlers of a program.</summary>
    public static IReadOnlyList<Verdict> Of(FuzzProgram program, Compilation compilation)
    {
        var run = AnalyzerRun.Of([compilation], new VcpuStateAnalyzer());
        Assert.Null(run.Crash);
        return
        [
            .. program.Handlers.Select(handler => new Verdict(
                run.In(program.Space, handler.Name).Select(static report => (report.Rule, report.Statement)).ToHashSet())),
        ];
    }

    public bool Has(string rule) => Reports.Any(report => report.Rule == rule);

    public bool IsSameAs(Verdict other) => Reports.SetEquals(other.Reports);

    public override string ToString() =>
        string.Join(' ', Reports.Order().Select(static report => $"{report.Rule}@{report.Statement}"));
}
