using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;
using NotifierGen.Analyzers.Tests.GroundTruth.Generation;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Metamorphosis;
using NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

namespace NotifierGen.Analyzers.Tests.GroundTruth;

/// <summary>Edits whose effect on the verdict is known: nothing is run for these, so they reach what no input shows.</summary>
public sealed class MetamorphicTests
{
    // A share of what each change has to pass: an edit costs as much as the program that it changes.
    private static readonly int s_programs = Math.Max(20, FuzzOptions.Programs / 20);

    private static readonly Lazy<ImmutableArray<Original>> s_originals = new(() => [.. Seeds.Programs(FuzzOptions.Seed, 0, s_programs).Select(Original.Of)]);

    public static TheoryData<string> Neutral => [.. Edit.Neutral.Select(static edit => edit.Name)];

    public static TheoryData<string> Extractions => [.. Edit.Extractions.Select(static edit => edit.Name)];

    [Theory]
    [MemberData(nameof(Neutral))]
    public void AnEditOfTheLooksChangesNoVerdict(string name)
    {
        Edit edit = Edit.Neutral.Single(edit => edit.Name == name);

        Compare((original, dice) => edit.Apply(original.Root, dice), static (_, before, after) => before.IsSameAs(after));
    }

    [Theory]
    [MemberData(nameof(Extractions))]
    public void AFunctionOfItsOwnChangesNoVerdict(string name)
    {
        Edit edit = Edit.Extractions.Single(edit => edit.Name == name);

        Compare((original, dice) => edit.Apply(original.Root, dice), static (_, before, after) => before.Outline == after.Outline);
    }

    [Fact]
    public void AResumeAtTheBeginningMakesItWorse()
    {
        int worse = Compare(
            static (original, _) => [Addition.ResumeFirst(original.Root, original.Program.Handlers)],
            static (handler, before, after) => before.IsUndecided || after.IsUndecided
                || (before.TouchingStatements.All(after.TouchingStatements.Contains)
                    && !after.Has(Report.MaybeRunning)
                    && (handler.Entry == HandlerEntry.Running || after.Has(Report.Resumes))));

        Assert.InRange(worse, s_programs / 8, int.MaxValue);
    }

    [Fact]
    public void APauseAroundEverythingMakesItBetter()
    {
        int better = Compare(
            static (original, _) => [Addition.PauseAround(original.Root, original.Program.Handlers)],
            static (_, before, after) => before.IsUndecided || after.IsUndecided
                || (!after.Has(Report.MaybeRunning) && (before.Touches || !after.Touches) && (before.Has(Report.Later) || !after.Has(Report.Later))));

        Assert.InRange(better, 1, int.MaxValue);
    }

    /// <summary>Edits all programs, and gives the number of handlers whose verdict changed.</summary>
    private static int Compare(Func<Original, Dice, IEnumerable<CompilationUnitSyntax>> edit, Func<Handler, Verdict, Verdict, bool> isRight)
    {
        int changed = 0;
        int edited = 0;
        foreach (Original original in s_originals.Value)
        {
            CompilationUnitSyntax[] files = [.. edit(original, new Dice(original.Program.Seed))];
            edited += files is [var only] && only.IsEquivalentTo(original.Root) ? 0 : 1;
            CSharpCompilation compilation = Batch.ForAnalyzerOf(files.Select((file, index) => CSharpSyntaxTree.Create(file, Prelude.Options, $"{index}.cs")));
            Diagnostic? error = compilation.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            Assert.True(error is null, $"{error}\n{string.Join('\n', files.Select(static file => file.ToFullString()))}");

            IReadOnlyList<Verdict> after = Verdict.Of(original.Program, compilation);
            for (int i = 0; i < after.Count; i++)
            {
                Handler handler = original.Program.Handlers[i];
                changed += original.Verdicts[i].Outline == after[i].Outline ? 0 : 1;
                Assert.True(
                    isRight(handler, original.Verdicts[i], after[i]),
                    $"Seed {original.Program.Seed:X}, {handler.Name} ({handler.Entry}).\nBefore: {original.Verdicts[i]}\nAfter:  {after[i]}\n{original.Root}\n----\n{string.Join('\n', files.Select(static file => file.ToFullString()))}");
            }
        }

        Assert.InRange(edited, s_programs / 2, s_programs);
        return changed;
    }

    /// <summary>A program as it was written.</summary>
    private sealed record Original(FuzzProgram Program, CompilationUnitSyntax Root, IReadOnlyList<Verdict> Verdicts)
    {
        public static Original Of(FuzzProgram program)
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(program.Print(), Prelude.Options, program.Space + ".cs");
            return new Original(program, (CompilationUnitSyntax)tree.GetRoot(), Verdict.Of(program, Batch.ForAnalyzerOf([tree])));
        }
    }
}
