using System.Globalization;
using NotifierGen.Analyzers.Tests.GroundTruth.Comparison;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Reduction;

/// <summary>A program on which analyzer and monitor differ, made small.</summary>
/// <param name="Program">The small program.</param>
/// <param name="Mismatch">What it shows.</param>
internal sealed record Finding(FuzzProgram Program, Mismatch Mismatch)
{
    private const int Attempts = 1_500;

    /// <summary>Null if it is a false alarm and a thorough look at the program finds the input that makes it true.</summary>
    public static Finding? Of(Judge judge, FuzzProgram program, Mismatch mismatch)
    {
        FuzzProgram single = program with { Handlers = [mismatch.Handler] };
        if (Shown(judge, single, mismatch, Effort.Thorough) is null)
        {
            return IsFalseAlarm(mismatch) ? null : new Finding(program, mismatch);
        }

        Node tree = new Reducer(
            tree => HasHandler(tree, mismatch.Handler) && Shown(judge, single with { Tree = tree }, mismatch, Effort.Reducing) is not null, Attempts, IsFalseAlarm(mismatch)).Reduce(single.Tree);
        FuzzProgram small = single with { Tree = tree };

        if (Shown(judge, small, mismatch, Effort.Thorough) is { } shown)
        {
            return new Finding(small, shown);
        }

        // Where a thorough look finds an input for what the quick ones called a false alarm, the large program only hides it better.
        return IsFalseAlarm(mismatch) ? null : new Finding(single, mismatch);
    }

    /// <summary>The program as a file of the folder Regressions.</summary>
    public string ToText() => string.Create(
        CultureInfo.InvariantCulture,
        $"// {(Program.IsExact ? "exact" : "full")}; seed {Program.Seed:X}\n// {Mismatch.Handler.Name} ({Mismatch.Handler.Entry}): {Mismatch.Kind} {Mismatch.Rule}, {Mismatch.Text}\n{ProgramText.Print(Program.Tree, space: null)}");

    private static bool IsFalseAlarm(Mismatch mismatch) => mismatch.Kind is MismatchKind.FalseAlarm or MismatchKind.FalseAlarmInStatement;

    private static bool HasHandler(Node tree, Handler handler) => tree.DescendantsAndSelf().Any(node => node.Declares == handler.Name);

    private static Mismatch? Shown(Judge judge, FuzzProgram program, Mismatch mismatch, Effort effort) =>
        judge.Compare(program, effort)?.Failures.FirstOrDefault(mismatch.IsLike);
}
