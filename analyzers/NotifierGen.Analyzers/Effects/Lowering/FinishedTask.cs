using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>
/// Whether a task is known to be finished where its result is taken: it was made finished, or the code around has asked, waited or awaited. Read from
/// the syntax, so that it holds for the operations of a control flow graph too, which have no parents.
/// </summary>
internal static class FinishedTask
{
    public static bool IsFinished(IOperation? task)
    {
        switch (task)
        {
            case null:
            case IInvocationOperation { TargetMethod: { Name: "FromResult" or "FromException" or "FromCanceled" } factory } when IsTask(factory.ContainingType):
            case IPropertyReferenceOperation { Property: { Name: "CompletedTask" } property } when IsTask(property.ContainingType):
            case IDefaultValueOperation { Type: { Name: "ValueTask" } }:
                return true;
            case IObjectCreationOperation { Type: { Name: "ValueTask" }, Arguments: { } arguments }:
                // Made from a value; made from a task, it is as far as that task is.
                return arguments.Length == 0 || (arguments.Length == 1 && !IsTask(arguments[0].Parameter?.Type));
        }

        return task.Syntax is ExpressionSyntax expression && IsStable(expression) && IsKnownFinishedAt(expression);
    }

    private static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" } && BlockingMembers.IsNamed(type.ContainingNamespace, "System.Threading.Tasks");

    // A variable, field or property: the same expression means the same task.
    private static bool IsStable(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsStable(access.Expression),
        _ => false,
    };

    private static bool IsKnownFinishedAt(ExpressionSyntax task)
    {
        for (SyntaxNode node = task; node.Parent is { } parent and not MemberDeclarationSyntax and not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax; node = parent)
        {
            bool isFinished = parent switch
            {
                IfStatementSyntax branch when node == branch.Statement => Implies(branch.Condition, true, task),
                ElseClauseSyntax { Parent: IfStatementSyntax branch } => Implies(branch.Condition, false, task),
                ConditionalExpressionSyntax choice when node == choice.WhenTrue => Implies(choice.Condition, true, task),
                ConditionalExpressionSyntax choice when node == choice.WhenFalse => Implies(choice.Condition, false, task),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when node == both.Right => Implies(both.Left, true, task),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either when node == either.Right => Implies(either.Left, false, task),
                BlockSyntax block => IsFinishedBefore(block, (StatementSyntax)node, task),
                _ => false,
            };
            if (isFinished)
            {
                return true;
            }
        }

        return false;
    }

    // "if (!task.IsCompleted) return;", "task.Wait();", "await task;" further up in the same block.
    private static bool IsFinishedBefore(BlockSyntax block, StatementSyntax end, ExpressionSyntax task)
    {
        for (int i = block.Statements.IndexOf(end) - 1; i >= 0; i--)
        {
            switch (block.Statements[i])
            {
                case IfStatementSyntax { Else: null } branch when Leaves(branch.Statement) && Implies(branch.Condition, false, task):
                case ExpressionStatementSyntax { Expression: AwaitExpressionSyntax { Expression: { } awaited } } when Same(awaited, task):
                case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } when WaitsFor(call, task):
                    return true;
                case { } statement when MayAssign(statement, task):
                    return false;
            }
        }

        return false;
    }

    private static bool WaitsFor(InvocationExpressionSyntax call, ExpressionSyntax task) => call.Expression is MemberAccessExpressionSyntax access
        && access.Name.Identifier.ValueText switch
        {
            "Wait" => call.ArgumentList.Arguments.Count == 0 && Same(access.Expression, task),
            "WaitAll" => call.ArgumentList.Arguments.Any(argument => Same(argument.Expression, task)),
            _ => false,
        };

    private static bool MayAssign(StatementSyntax statement, ExpressionSyntax task) =>
        statement.DescendantNodes().Any(node => node is AssignmentExpressionSyntax assignment && Same(assignment.Left, task));

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax => true,
        BlockSyntax { Statements: { Count: > 0 } statements } => Leaves(statements[statements.Count - 1]),
        _ => false,
    };

    /// <summary>Whether a condition, having this value, says that the task is finished.</summary>
    private static bool Implies(ExpressionSyntax condition, bool value, ExpressionSyntax task) => condition switch
    {
        ParenthesizedExpressionSyntax inner => Implies(inner.Expression, value, task),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => Implies(not.Operand, !value, task),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => value && (Implies(both.Left, true, task) || Implies(both.Right, true, task)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => !value && (Implies(either.Left, false, task) || Implies(either.Right, false, task)),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" } access => value && Same(access.Expression, task),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait" } wait } => value && Same(wait.Expression, task),
        _ => false,
    };

    private static bool Same(ExpressionSyntax left, ExpressionSyntax right) => SyntaxFactory.AreEquivalent(left, right);
}
