using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.CodeFixes.Effects.Wrapping;

/// <summary><c>using (_machine.ObtainPausedState())</c></summary>
internal sealed class PauseScope : Surrounding
{
    private readonly ExpressionSyntax _pause;

    public PauseScope(ExpressionSyntax pause) => _pause = pause;

    public override StatementSyntax Around(BlockSyntax body) => SyntaxFactory.UsingStatement(declaration: null, _pause, body);

    public override BlockSyntax? BodyOf(StatementSyntax statement) =>
        statement is UsingStatementSyntax { AwaitKeyword.RawKind: 0, Expression: { } pause, Statement: BlockSyntax body }
        && SyntaxFactory.AreEquivalent(pause, _pause)
            ? body
            : null;
}
