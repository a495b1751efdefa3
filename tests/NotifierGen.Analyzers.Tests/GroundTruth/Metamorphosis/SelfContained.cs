using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Metamorphosis;

/// <summary>Finds the statements that mean the same in a function of their own.</summary>
internal static class SelfContained
{
    /// <summary>The method of a class that a statement can leave; null if it cannot.</summary>
    public static MethodDeclarationSyntax? InMethod(StatementSyntax statement)
    {
        if (statement is not (ExpressionStatementSyntax or IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax
                or ForEachStatementSyntax or TryStatementSyntax or LockStatementSyntax or UsingStatementSyntax or SwitchStatementSyntax)
            || statement.Parent is not BlockSyntax
            || IsMarker(statement)
            || statement.DescendantNodes().Any(LeadsOut)
            || statement.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.AwaitKeyword))
            || statement.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { TypeParameterList: null, Parent: ClassDeclarationSyntax { TypeParameterList: null } } method)
        {
            return null;
        }

        // A name that is declared on one side and used on the other, or on both sides of another function, keeps it where it is.
        HashSet<string> own = Declared(statement);
        HashSet<string> outside = Declared(method);
        outside.ExceptWith(own);
        return Names(statement).Any(token => outside.Contains(token.ValueText))
            || Names(method).Any(token => own.Contains(token.ValueText) && !statement.Span.Contains(token.Span))
            ? null
            : method;
    }

    // What numbers a handler's statements.
    private static bool IsMarker(StatementSyntax statement) => statement.ToString().StartsWith("O.At(", StringComparison.Ordinal);

    private static bool LeadsOut(SyntaxNode node) =>
        node is ReturnStatementSyntax or YieldStatementSyntax or GotoStatementSyntax or LabeledStatementSyntax
            or BreakStatementSyntax or ContinueStatementSyntax or BaseExpressionSyntax
        || node is ThrowStatementSyntax { Expression: null };

    private static HashSet<string> Declared(SyntaxNode node) =>
    [
        .. node.DescendantNodes().Select(static part => part switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
            ForEachStatementSyntax loop => loop.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            CatchDeclarationSyntax caught => caught.Identifier.ValueText,
            _ => "",
        }).Where(static name => name.Length > 0),
        .. node is ForEachStatementSyntax loop ? [loop.Identifier.ValueText] : Array.Empty<string>(),
    ];

    private static IEnumerable<SyntaxToken> Names(SyntaxNode node) => node.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken));
}
