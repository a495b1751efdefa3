using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>The analysis under test, and itself with a mistake.</summary>
internal static class Subject
{
    public static Judge Judge { get; } = Mistaken(AnalysisVariant.None);

    public static Judge Mistaken(AnalysisVariant variant) => new(() => new VcpuStateAnalyzer(variant));
}
