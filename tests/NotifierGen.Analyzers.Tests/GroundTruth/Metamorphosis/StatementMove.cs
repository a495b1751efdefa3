using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Tests.GroundTruth.Generation;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Metamorphosis;

/// <summary>Puts some statements of a program, which need nothing of the code around them, into something that runs them in their place.</summary>
internal sealed class StatementMove(CompilationUnitSyntax program, Dice dice, Func<StatementSyntax, string, bool, (string Statement, string? Member)> into) : CSharpSyntaxRewriter
{
    private const int Percent = 40;

    private readonly Stack<List<MemberDeclarationSyntax>> _added = new();
    private int _moved;

    public static (string Statement, string? Member) IntoBlock(StatementSyntax statement, string name, bool isStatic) => ($"{{\n{statement}\n}}\n", null);

    public static (string Statement, string? Member) IntoMethod(StatementSyntax statement, string name, bool isStatic) =>
        ($"{name}();\n", $"private {(isStatic ? "static " : "")}void {name}()\n{{\n{statement}\n}}\n");

    public static (string Statement, string? Member) IntoLocalFunction(StatementSyntax statement, string name, bool isStatic) =>
        ($"{{\nvoid {name}()\n{{\n{statement}\n}}\n{name}();\n}}\n", null);

    public static (string Statement, string? Member) IntoLambda(StatementSyntax statement, string name, bool isStatic) =>
        ($"{{\nAction {name} = () =>\n{{\n{statement}\n}};\n{name}();\n}}\n", null);

    public CompilationUnitSyntax Move() => (CompilationUnitSyntax)Visit(program)!;

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
    {
        _added.Push([]);
        var visited = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
        return visited.AddMembers([.. _added.Pop()]);
    }

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is StatementSyntax statement && SelfContained.InMethod(statement) is { } method && dice.Chance(Percent))
        {
            (string text, string? member) = into(statement, $"Moved{++_moved}", IsStatic(statement, method));
            if (member is not null)
            {
                _added.Peek().Add(SyntaxFactory.ParseMemberDeclaration(member)!);
            }

            return SyntaxFactory.ParseStatement(text);
        }

        return base.Visit(node);
    }

    private static bool IsStatic(StatementSyntax statement, MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.StaticKeyword)
        || statement.Ancestors().Any(static ancestor => ancestor
            is AnonymousFunctionExpressionSyntax { Modifiers: var lambda } && lambda.Any(SyntaxKind.StaticKeyword)
            || ancestor is LocalFunctionStatementSyntax { Modifiers: var function } && function.Any(SyntaxKind.StaticKeyword));
}
