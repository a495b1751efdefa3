using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Tests.GroundTruth.Generation;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>The generator of programs keeps its own promises.</summary>
public sealed class GeneratorTests
{
    [Fact]
    public void EveryProgramCompilesAgainstTheFrameworkAndAgainstTheShim()
    {
        var batch = new Batch(Seeds.Programs(Seeds.Default, 0, 60));

        Diagnostic? error = batch.FirstError(alsoForAnalyzer: true);

        Assert.True(error is null, $"{error}\n{Around(error)}");
    }

    [Fact]
    public void AProgramIsAFunctionOfItsSeed()
    {
        foreach (FuzzProgram program in Seeds.Programs(7, 0, 20))
        {
            Assert.Equal(program.Print(), ProgramWriter.Write(program.Seed, program.IsExact).Print());
        }
    }

    [Fact]
    public void AllConstructsAreMadeUseOf()
    {
        IEnumerable<Construct> all = typeof(Constructs).GetFields().Select(static field => (Construct)field.GetValue(null)!);
        HashSet<Construct> used = [.. Seeds.Programs(Seeds.Default, 0, 2_000).SelectMany(Used)];

        Assert.Empty(all.Where(construct => !used.Contains(construct)).Select(static construct => construct.Name));
    }

    [Fact]
    public void TheExactSubLanguageHasNoInexactConstruct()
    {
        IEnumerable<Construct> used = Seeds.Programs(Seeds.Default, 0, 2_000).Where(static program => program.IsExact).SelectMany(Used);

        Assert.Empty(used.Where(static construct => !construct.IsExact).Select(static construct => construct.Name).Distinct());
    }

    private static string Around(Diagnostic? error)
    {
        int line = error?.Location.GetLineSpan().StartLinePosition.Line ?? 0;
        return string.Join('\n', (error?.Location.SourceTree?.ToString() ?? "").Split('\n').Skip(line - 12).Take(16));
    }

    private static IEnumerable<Construct> Used(FuzzProgram program) =>
        program.Tree.DescendantsAndSelf().Select(static node => node.Construct).OfType<Construct>();
}
