using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace NotifierGen.CodeFixes.Handlers;

/// <summary>
/// Rewrites the body of a method that becomes a handler: awaits become waits, and where nobody takes the result any more, a return keeps what its
/// expression does and drops what it is.
/// </summary>
internal sealed class HandlerBodyRewriter : CSharpSyntaxRewriter
{
    private readonly bool _answers;
    private readonly bool _returnsTask;

    /// <param name="answers">Whether the handler returns a SetupResult: then values stay.</param>
    /// <param name="returnsTask">Whether the method, without being async, returned a task, which somebody has to wait for.</param>
    public HandlerBodyRewriter(bool answers, bool returnsTask)
    {
        _answers = answers;
        _returnsTask = returnsTask;
    }

    public BlockSyntax Rewrite(BlockSyntax body)
    {
        var rewritten = (BlockSyntax)Visit(body);
        return rewritten.Statements.LastOrDefault() is ReturnStatementSyntax { Expression: null } last && !last.GetLeadingTrivia().Any(IsComment)
            ? rewritten.WithStatements(rewritten.Statements.RemoveAt(rewritten.Statements.Count - 1))
            : rewritten;
    }

    /// <summary>An expression body; null if nothing is left of it.</summary>
    public ExpressionSyntax? Rewrite(ExpressionSyntax body)
    {
        if (_answers)
        {
            return Answer(body);
        }

        return body is ThrowExpressionSyntax ? (ExpressionSyntax)Visit(body) : Effect(body);
    }

    public override SyntaxNode VisitAwaitExpression(AwaitExpressionSyntax node) =>
        Wait((ExpressionSyntax)Visit(node.Expression)).WithTriviaFrom(node);

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node) =>
        node.Expression is not null && _answers ? node.WithExpression(Answer(node.Expression)) : Single(node);

    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node) => Single(node);

    // What is inside is not the handler's own body.
    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => node;

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => node;

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => node;

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => node;

    /// <summary>In a list of statements, one return may become two statements or none.</summary>
    public override SyntaxList<TNode> VisitList<TNode>(SyntaxList<TNode> list)
    {
        if (!list.Any(node => node is ReturnStatementSyntax or YieldStatementSyntax) || _answers)
        {
            return base.VisitList(list);
        }

        return SyntaxFactory.List(list.SelectMany(node => node is ReturnStatementSyntax or YieldStatementSyntax
            ? Statements((StatementSyntax)(SyntaxNode)node).Cast<TNode>()
            : Visit(node) is TNode visited ? new[] { visited } : Array.Empty<TNode>()));
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static InvocationExpressionSyntax Wait(ExpressionSyntax awaited)
    {
        ExpressionSyntax target = awaited is InvocationExpressionSyntax or MemberAccessExpressionSyntax or IdentifierNameSyntax
            or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax
            ? awaited.WithoutTrivia()
            : SyntaxFactory.ParenthesizedExpression(awaited.WithoutTrivia());
        return Call(Call(target, "GetAwaiter"), "GetResult");
    }

    private static InvocationExpressionSyntax Call(ExpressionSyntax target, string method) =>
        SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, target, SyntaxFactory.IdentifierName(method)));

    private static ExpressionSyntax? FinishedTaskResult(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" },
            ArgumentList.Arguments: { Count: 1 } arguments,
        }
            ? arguments[0].Expression
            : null;

    private static bool DoesNothing(ExpressionSyntax expression) => expression
        is LiteralExpressionSyntax or DefaultExpressionSyntax or IdentifierNameSyntax or ThisExpressionSyntax or RefExpressionSyntax or MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "CompletedTask" or "Accept",
        };

    private StatementSyntax Single(StatementSyntax node)
    {
        StatementSyntax[] statements = Statements(node).ToArray();
        return statements.Length == 1
            ? statements[0]
            : SyntaxFactory.Block(statements.Select(statement => statement.WithoutTrivia()))
                .WithTriviaFrom(node)
                .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private IEnumerable<StatementSyntax> Statements(StatementSyntax node)
    {
        ExpressionSyntax? expression = node is ReturnStatementSyntax returned ? returned.Expression : ((YieldStatementSyntax)node).Expression;
        bool leaves = node is ReturnStatementSyntax || node.IsKind(SyntaxKind.YieldBreakStatement);
        StatementSyntax? effect = expression is not null && Effect(expression) is { } kept
            ? SyntaxFactory.ExpressionStatement(kept.WithoutTrivia()).WithTriviaFrom(node).WithAdditionalAnnotations(Formatter.Annotation)
            : null;
        if (effect is not null)
        {
            yield return effect;
        }

        if (leaves)
        {
            ReturnStatementSyntax leave = SyntaxFactory.ReturnStatement().WithAdditionalAnnotations(Formatter.Annotation);
            yield return effect is null ? leave.WithTriviaFrom(node) : leave.WithTrailingTrivia(node.GetTrailingTrivia());
        }
    }

    private ExpressionSyntax Answer(ExpressionSyntax expression)
    {
        if (!_returnsTask)
        {
            return (ExpressionSyntax)Visit(expression);
        }

        return FinishedTaskResult(expression) is { } result
            ? result.WithTriviaFrom(expression)
            : expression is LiteralExpressionSyntax or DefaultExpressionSyntax
                ? expression
                : Wait((ExpressionSyntax)Visit(expression)).WithTriviaFrom(expression);
    }

    // What an expression does, as an expression that may stand as a statement; null if it does nothing.
    private ExpressionSyntax? Effect(ExpressionSyntax expression)
    {
        if (_returnsTask && !DoesNothing(expression))
        {
            return FinishedTaskResult(expression) is { } result
                ? AsStatement(result)
                : Wait((ExpressionSyntax)Visit(expression)).WithTriviaFrom(expression);
        }

        return AsStatement(expression);
    }

    private ExpressionSyntax? AsStatement(ExpressionSyntax expression)
    {
        if (DoesNothing(expression))
        {
            return null;
        }

        var visited = (ExpressionSyntax)Visit(expression);
        return visited is InvocationExpressionSyntax or AssignmentExpressionSyntax or ObjectCreationExpressionSyntax or AwaitExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
            or ConditionalAccessExpressionSyntax
            ? visited
            : SyntaxFactory.AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression,
                SyntaxFactory.IdentifierName("_").WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                visited);
    }
}
