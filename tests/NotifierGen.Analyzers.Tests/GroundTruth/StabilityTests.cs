using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;
using NotifierGen.Analyzers.Tests.GroundTruth.Generation;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>What the analysis says does not depend on how its work is scheduled, nor on the order of files.</summary>
public sealed class StabilityTests
{
    private const int Programs = 40;

    [Fact]
    public void ConcurrentRunsSayTheSame()
    {
        Compilation compilation = new Batch(Seeds.Programs(Seeds.Default, 0, Programs)).ForAnalyzer;
        string[] expected = Run(compilation, isConcurrent: false);

        Assert.NotEmpty(expected);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(expected, Run(compilation.Clone(), isConcurrent: true));
        }
    }

    [Fact]
    public void TheOrderOfFilesDoesNotMatter()
    {
        ImmutableArray<FuzzProgram> programs = [.. Seeds.Programs(Seeds.Default, 0, Programs)];
        FuzzProgram[] shuffled = [.. programs];
        var dice = new Dice(3);
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = dice.Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        Assert.Equal(Run(new Batch(programs).ForAnalyzer, isConcurrent: false), Run(new Batch(shuffled).ForAnalyzer, isConcurrent: false));
    }

    private static string[] Run(Compilation compilation, bool isConcurrent) =>
        [.. AnalyzerRun.Diagnostics(compilation, new VcpuStateAnalyzer(), isConcurrent).Select(static diagnostic => $"{diagnostic} {string.Join(',', diagnostic.AdditionalLocations)}").Order(StringComparer.Ordinal)];
}
