using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.CodeFixes.Effects.Wrapping;

/// <summary><c>if (context.VcpusStopped)</c></summary>
internal sealed class StoppedGuard : Surrounding
{
    private readonly ExpressionSyntax _test;

    /// <param name="context">The handler's parameter, as it is written.</param>
    public StoppedGuard(string context) => _test = SyntaxFactory.MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParseName(context), SyntaxFactory.IdentifierName("VcpusStopped"));

    public override StatementSyntax Around(BlockSyntax body) => SyntaxFactory.IfStatement(_test, body);

    public override BlockSyntax? BodyOf(StatementSyntax statement) =>
        statement is IfStatementSyntax { Else: null, Condition: { } test, Statement: BlockSyntax body }
        && SyntaxFactory.AreEquivalent(test, _test)
            ? body
            : null;
}
