using NotifierGen.Analyzers.Tests.GroundTruth.Generation;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>The programs of a run: the n-th one depends on the run's seed and n only.</summary>
internal static class Seeds
{
    public const ulong Default = 20251124;

    /// <summary>Every other program keeps to the exact sub-language.</summary>
    public static FuzzProgram Program(ulong run, int index) => ProgramWriter.Write(new Dice(run + (ulong)index).Next(), isExact: index % 2 == 0);

    public static IEnumerable<FuzzProgram> Programs(ulong run, int first, int count) => Enumerable.Range(first, count).Select(index => Program(run, index));
}
