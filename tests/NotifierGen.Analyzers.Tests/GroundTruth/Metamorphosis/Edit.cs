using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Tests.GroundTruth.Generation;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Metamorphosis;

/// <summary>A change of a program's text whose effect on the verdict is known.</summary>
/// <param name="Name">As the tests name it.</param>
/// <param name="Apply">Gives the files of the changed program.</param>
internal sealed record Edit(string Name, Func<CompilationUnitSyntax, Dice, IEnumerable<CompilationUnitSyntax>> Apply)
{
    /// <summary>What a reader would call the same program.</summary>
    public static IReadOnlyList<Edit> Neutral { get; } =
    [
        new("rename", static (program, _) => [new Renaming(program).Rename()]),
        new("reorder members", static (program, dice) => [MemberOrder.Shuffle(program, dice)]),
        new("split files", static (program, dice) => PartialFiles.Split(program, dice)),
        new("add a class", static (program, _) => [Addition.UnusedClass(program)]),
        new("wrap in blocks", static (program, dice) => [new StatementMove(program, dice, StatementMove.IntoBlock).Move()]),
    ];

    /// <summary>Statements go into a function of their own that is called in their place; undone, these edits inline it.</summary>
    public static IReadOnlyList<Edit> Extractions { get; } =
    [
        new("extract method", static (program, dice) => [new StatementMove(program, dice, StatementMove.IntoMethod).Move()]),
        new("extract local function", static (program, dice) => [new StatementMove(program, dice, StatementMove.IntoLocalFunction).Move()]),
        new("extract lambda", static (program, dice) => [new StatementMove(program, dice, StatementMove.IntoLambda).Move()]),
    ];
}
