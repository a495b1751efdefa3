using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace NotifierGen.CodeFixes.Effects.Wrapping;

/// <summary>Puts runs of statements into their surroundings.</summary>
internal sealed class RunRewriter
{
    private readonly ILookup<SyntaxNode, WrappedRun> _runs;
    private readonly SyntaxTrivia _lineEnd;

    public RunRewriter(IEnumerable<WrappedRun> runs, SyntaxTrivia lineEnd)
    {
        _runs = runs.ToLookup(wrapped => wrapped.Run.Owner);
        _lineEnd = lineEnd;
    }

    /// <summary>The nodes to rewrite.</summary>
    public IEnumerable<SyntaxNode> Owners => _runs.Select(runs => runs.Key);

    /// <param name="original">A node of the tree.</param>
    /// <param name="current">The same node, what is inside of it rewritten already.</param>
    public SyntaxNode Rewrite(SyntaxNode original, SyntaxNode current) => !_runs.Contains(original) ? current : current switch
    {
        BlockSyntax block => OverLines(block, block.WithStatements(Wrap(block.Statements, _runs[original]))),
        SwitchSectionSyntax section => section.WithStatements(Wrap(section.Statements, _runs[original])),
        MethodDeclarationSyntax method => WithBlock(method, _runs[original].First().Surrounding),
        StatementSyntax statement => Alone(statement, original.Parent, _runs[original].First().Surrounding),
        _ => current,
    };

    // A block on one line is not one any more.
    private static BlockSyntax OverLines(BlockSyntax before, BlockSyntax after) =>
        before.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? after : after.WithAdditionalAnnotations(Formatter.Annotation);

    private SyntaxList<StatementSyntax> Wrap(SyntaxList<StatementSyntax> statements, IEnumerable<WrappedRun> runs)
    {
        var result = new List<StatementSyntax>();
        foreach (WrappedRun wrapped in runs.OrderBy(wrapped => wrapped.Run.First))
        {
            (StatementRun run, Surrounding surrounding) = (wrapped.Run, wrapped.Surrounding);
            int done = runs.Where(other => other.Run.Last < run.First).Select(other => other.Run.Last + 1).DefaultIfEmpty(0).Max();
            result.AddRange(statements.Skip(done).Take(run.First - done));
            result.Add(Wrap(statements.Skip(run.First).Take(run.Last - run.First + 1).ToArray(), surrounding));
        }

        result.AddRange(statements.Skip(runs.Max(wrapped => wrapped.Run.Last) + 1));
        return SyntaxFactory.List(NeighbourJoin.Join(result, runs.Select(wrapped => wrapped.Surrounding).ToArray()));
    }

    private StatementSyntax Alone(StatementSyntax statement, SyntaxNode? parent, Surrounding surrounding)
    {
        StatementSyntax wrapped = Wrap(new[] { statement }, surrounding);
        return parent is LabeledStatementSyntax
            ? wrapped
            : Block(new[] { wrapped }).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private MethodDeclarationSyntax WithBlock(MethodDeclarationSyntax method, Surrounding surrounding)
    {
        ArrowExpressionClauseSyntax arrow = method.ExpressionBody!;
        ExpressionSyntax expression = arrow.Expression;
        StatementSyntax statement = expression is ThrowExpressionSyntax thrown
            ? SyntaxFactory.ThrowStatement(thrown.Expression.WithLeadingTrivia(SyntaxFactory.Space))
            : method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
                ? SyntaxFactory.ExpressionStatement(expression.WithoutTrivia())
                : SyntaxFactory.ReturnStatement(expression.WithoutTrivia().WithLeadingTrivia(SyntaxFactory.Space));
        IEnumerable<SyntaxTrivia> comments = method.ParameterList.GetTrailingTrivia()
            .Concat(arrow.ArrowToken.LeadingTrivia)
            .Concat(arrow.ArrowToken.TrailingTrivia)
            .Concat(expression.GetLeadingTrivia())
            .SkipWhile(trivia => !StatementTrivia.IsComment(trivia));
        statement = statement
            .WithLeadingTrivia(comments)
            .WithTrailingTrivia(expression.GetTrailingTrivia().Concat(method.SemicolonToken.LeadingTrivia).Concat(method.SemicolonToken.TrailingTrivia));
        return method
            .WithParameterList(method.ParameterList.WithTrailingTrivia(_lineEnd))
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithBody(Block(new[] { Wrap(new[] { statement }, surrounding) }))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    // The comment above the first statement is about it and goes with it; blank lines and directives stay above the surrounding.
    private StatementSyntax Wrap(StatementSyntax[] statements, Surrounding surrounding)
    {
        SyntaxTriviaList leading = statements[0].GetLeadingTrivia();
        int inside = StatementTrivia.CountAbove(leading);
        statements[0] = statements[0].WithLeadingTrivia(leading.Skip(inside));
        return surrounding
            .Around(Block(statements))
            .WithLeadingTrivia(leading.Take(inside))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private BlockSyntax Block(StatementSyntax[] statements)
    {
        int last = statements.Length - 1;
        statements[last] = StatementTrivia.EndLine(statements[last], _lineEnd);
        return SyntaxFactory.Block(
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(_lineEnd),
            SyntaxFactory.List(statements),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(_lineEnd));
    }
}
