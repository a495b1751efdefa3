using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.CodeFixes.Handlers;

/// <summary>The legal handler nearest to a method.</summary>
internal static class LegalSignature
{
    public static MethodDeclarationSyntax Of(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        bool answers = Answers(symbol);
        bool isTask = !symbol.IsAsync && IsTask(symbol.ReturnType);
        bool returnChanges = answers ? IsTask(symbol.ReturnType) : !symbol.ReturnsVoid;
        MethodDeclarationSyntax mended = method;

        if (returnChanges || symbol.IsAsync)
        {
            mended = WithBody(mended, new HandlerBodyRewriter(answers, isTask));
        }

        if (returnChanges)
        {
            TypeSyntax type = answers
                ? SyntaxFactory.ParseTypeName("global::NotifierGen.SetupResult").WithAdditionalAnnotations(Simplifier.Annotation)
                : SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword));
            mended = mended.WithReturnType(type.WithTriviaFrom(mended.ReturnType));
        }

        mended = WithoutAsync(mended);
        if (mended.TypeParameterList is not null)
        {
            mended = mended.WithTypeParameterList(null).WithConstraintClauses(default);
        }

        return HandlerSignatureRule.HasLegalParameters(symbol) && !symbol.IsVararg
            ? mended
            : mended.WithParameterList(Parameters(mended.ParameterList, symbol));
    }

    // Also a task of a SetupResult is an answer, only a late one.
    private static bool Answers(IMethodSymbol symbol) =>
        !symbol.ReturnsByRef && !symbol.ReturnsByRefReadonly
        && HandlerSignatureRule.OnlyEventsThatMayRefuse(symbol.GetAttributes())
        && (HandlerAttribute.IsNotifierGenType(symbol.ReturnType, "SetupResult")
            || (IsTask(symbol.ReturnType)
                && symbol.ReturnType is INamedTypeSymbol { TypeArguments.Length: 1 } task
                && HandlerAttribute.IsNotifierGenType(task.TypeArguments[0], "SetupResult")));

    private static bool IsTask(ITypeSymbol type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    private static MethodDeclarationSyntax WithBody(MethodDeclarationSyntax method, HandlerBodyRewriter rewriter)
    {
        if (method.Body is { } body)
        {
            return method.WithBody(rewriter.Rewrite(body));
        }

        if (method.ExpressionBody is not { } arrow)
        {
            return method;
        }

        if (rewriter.Rewrite(arrow.Expression) is { } expression)
        {
            return method.WithExpressionBody(arrow.WithExpression(expression));
        }

        return method
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithBody(SyntaxFactory.Block(
                SyntaxFactory.Token(default, SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
                default,
                SyntaxFactory.Token(default, SyntaxKind.CloseBraceToken, method.SemicolonToken.TrailingTrivia)));
    }

    private static MethodDeclarationSyntax WithoutAsync(MethodDeclarationSyntax method)
    {
        int at = method.Modifiers.IndexOf(SyntaxKind.AsyncKeyword);
        if (at < 0)
        {
            return method;
        }

        SyntaxTriviaList leading = method.Modifiers[at].LeadingTrivia;
        SyntaxTokenList rest = method.Modifiers.RemoveAt(at);
        if (at > 0)
        {
            return method.WithModifiers(rest);
        }

        return rest.Count > 0
            ? method.WithModifiers(rest.Replace(rest[0], rest[0].WithLeadingTrivia(leading)))
            : method.WithModifiers(rest).WithReturnType(method.ReturnType.WithLeadingTrivia(leading));
    }

    // A context that is there already keeps its name; other parameters have nobody who could pass them.
    private static ParameterListSyntax Parameters(ParameterListSyntax parameters, IMethodSymbol symbol)
    {
        SyntaxToken name = SyntaxFactory.Identifier("context");
        TypeSyntax type = SyntaxFactory.ParseTypeName("global::NotifierGen.MigrationContext").WithAdditionalAnnotations(Simplifier.Annotation);
        foreach (IParameterSymbol parameter in symbol.Parameters)
        {
            ParameterSyntax syntax = parameters.Parameters[parameter.Ordinal];
            if (HandlerAttribute.IsNotifierGenType(parameter.Type, "MigrationContext") && syntax.Type is not null)
            {
                name = syntax.Identifier.WithoutTrivia();
                type = syntax.Type.WithoutTrivia();
                break;
            }
        }

        ParameterSyntax context = SyntaxFactory.Parameter(name)
            .WithModifiers(SyntaxFactory.TokenList(SyntaxFactory.Token(SyntaxKind.InKeyword).WithTrailingTrivia(SyntaxFactory.Space)))
            .WithType(type.WithTrailingTrivia(SyntaxFactory.Space));
        return parameters.WithParameters(SyntaxFactory.SingletonSeparatedList(context));
    }
}
