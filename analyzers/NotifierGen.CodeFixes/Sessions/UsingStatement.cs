using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace NotifierGen.CodeFixes.Sessions;

/// <summary>
/// What follows a Try call, inside <c>using (session)</c>: either the block that runs if it succeeded, or the rest of the block behind an <c>if</c>
/// that leaves when it did not.
/// </summary>
internal static class UsingStatement
{
    /// <summary>The block whose statements go into the <c>using</c>; null if the code around is of another shape.</summary>
    public static BlockSyntax? FindBlock(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (FindIf(call, out bool leavesOnFailure) is not { } branch
            || FindVariable(call) is not { } variable
            || model.GetDeclaredSymbol(variable) is not ILocalSymbol local
            || !SessionUses.AreOwn(local, call, model))
        {
            return null;
        }

        return leavesOnFailure
            ? branch.Parent is BlockSyntax block && CanMove(block, block.Statements.IndexOf(branch) + 1) ? block : null
            : branch.Statement is BlockSyntax body && CanMove(body, 0) ? body : null;
    }

    /// <summary>The block with the statements behind each call inside its <c>using</c>, the last one first.</summary>
    public static BlockSyntax Wrap(BlockSyntax original, BlockSyntax block, IEnumerable<InvocationExpressionSyntax> calls)
    {
        foreach (InvocationExpressionSyntax call in calls.OrderByDescending(call => call.SpanStart))
        {
            IfStatementSyntax branch = FindIf(call, out bool leavesOnFailure)!;
            int start = leavesOnFailure ? original.Statements.IndexOf(branch) + 1 : 0;
            block = block.WithStatements(SyntaxFactory.List(block.Statements.Take(start)
                .Append(Using(FindVariable(call)!.Identifier.ValueText, block.Statements.Skip(start).ToArray()))));
        }

        return block;
    }

    private static UsingStatementSyntax Using(string variable, StatementSyntax[] statements)
    {
        // Blank lines stay above; a comment goes in with its statement.
        SyntaxTriviaList leading = statements[0].GetLeadingTrivia();
        int blank = leading.TakeWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Count();
        statements[0] = statements[0].WithLeadingTrivia(leading.Skip(blank));
        return SyntaxFactory
            .UsingStatement(declaration: null, SyntaxFactory.IdentifierName(variable), SyntaxFactory.Block(statements))
            .WithLeadingTrivia(leading.Take(blank).Append(SyntaxFactory.ElasticMarker))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static IfStatementSyntax? FindIf(InvocationExpressionSyntax call, out bool leavesOnFailure)
    {
        SyntaxNode condition = call;
        leavesOnFailure = false;
        while (condition.Parent is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression })
        {
            condition = condition.Parent;
            leavesOnFailure ^= condition is PrefixUnaryExpressionSyntax;
        }

        return condition.Parent is IfStatementSyntax branch && branch.Condition == condition
            && (!leavesOnFailure || (branch.Else is null && Leaves(branch.Statement)))
                ? branch
                : null;
    }

    private static SingleVariableDesignationSyntax? FindVariable(InvocationExpressionSyntax call)
    {
        foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
        {
            bool isSession = argument.NameColon is { } name
                ? name.Name.Identifier.ValueText == "session"
                : call.ArgumentList.Arguments.IndexOf(argument) == 2;
            if (isSession && argument.Expression is DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable })
            {
                return variable;
            }
        }

        return null;
    }

    // Functions and labels may be known to the statements that stay.
    private static bool CanMove(BlockSyntax block, int start) =>
        start < block.Statements.Count && !block.Statements.Skip(start).Any(statement => statement is LocalFunctionStatementSyntax or LabeledStatementSyntax);

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax => true,
        BlockSyntax { Statements: { Count: > 0 } statements } => Leaves(statements[statements.Count - 1]),
        _ => false,
    };
}
