using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace NotifierGen.CodeFixes.Sessions;

/// <summary>A statement that begins a session, as a <c>using</c> declaration.</summary>
internal static class UsingDeclaration
{
    /// <summary>The statement that may become one: it declares the session, or drops it.</summary>
    public static StatementSyntax? FindStatement(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (call.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 } || !ReturnsSession(call))
        {
            return null;
        }

        StatementSyntax? statement = Around(call) switch
        {
            EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration },
                } variable,
            }
                when declaration.UsingKeyword.IsKind(SyntaxKind.None)
                && model.GetDeclaredSymbol(variable) is ILocalSymbol local && SessionUses.AreOwn(local, declaration, model) => declaration,
            ExpressionStatementSyntax dropped => dropped,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax dropped } assignment
                when model.GetSymbolInfo(assignment.Left).Symbol is IDiscardSymbol => dropped,
            _ => null,
        };

        // In a switch section and behind an "if" without braces there is no place for a declaration.
        return statement?.Parent is BlockSyntax or GlobalStatementSyntax ? statement : null;
    }

    public static StatementSyntax Mend(StatementSyntax statement, InvocationExpressionSyntax call, SemanticModel model)
    {
        SyntaxToken keyword = SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (statement is LocalDeclarationStatementSyntax declaration)
        {
            return declaration
                .WithDeclaration(declaration.Declaration.WithoutLeadingTrivia())
                .WithUsingKeyword(keyword.WithLeadingTrivia(statement.GetLeadingTrivia()));
        }

        // The call stands somewhere in the statement, which others may have changed inside.
        ExpressionSyntax value = ((ExpressionStatementSyntax)statement).Expression;
        value = value is AssignmentExpressionSyntax assignment ? assignment.Right : value;
        TypeSyntax type = SyntaxFactory
            .ParseTypeName("global::NotifierGen." + (NameOf(call) == "BeginIncoming" ? "IncomingSession" : "MigrationSession"))
            .WithAdditionalAnnotations(Simplifier.Annotation)
            .WithTrailingTrivia(SyntaxFactory.Space);
        VariableDeclaratorSyntax variable = SyntaxFactory
            .VariableDeclarator(SyntaxFactory.Identifier(FreeName(call, model)).WithTrailingTrivia(SyntaxFactory.Space))
            .WithInitializer(SyntaxFactory.EqualsValueClause(value.WithoutTrivia())
                .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)));
        return SyntaxFactory
            .LocalDeclarationStatement(SyntaxFactory.VariableDeclaration(type, SyntaxFactory.SingletonSeparatedList(variable)))
            .WithUsingKeyword(keyword.WithLeadingTrivia(statement.GetLeadingTrivia()))
            .WithTrailingTrivia(statement.GetTrailingTrivia());
    }

    private static bool ReturnsSession(InvocationExpressionSyntax call) => NameOf(call) is "Begin" or "BeginIncoming";

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static SyntaxNode? Around(ExpressionSyntax call)
    {
        SyntaxNode? node = call.Parent;
        while (node is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            node = node.Parent;
        }

        return node;
    }

    // Free in the whole member, whatever its blocks declare; a second call of the member gets the next number.
    private static string FreeName(InvocationExpressionSyntax call, SemanticModel model)
    {
        SyntaxNode member = SessionUses.MemberAround(call);
        var taken = new HashSet<string>(
            member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)
                .Concat(model.LookupSymbols(call.SpanStart).Select(symbol => symbol.Name)));
        int position = member.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .TakeWhile(other => other != call)
            .Count(other => ReturnsSession(other) && FindStatement(other, model) is ExpressionStatementSyntax);
        for (int number = 1; ; number++)
        {
            string name = number == 1 ? "session" : FormattableString.Invariant($"session{number}");
            if (!taken.Contains(name) && position-- == 0)
            {
                return name;
            }
        }
    }
}
