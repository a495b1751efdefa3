using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>An <c>[OnMigrationEvent]</c> and how it is written.</summary>
internal readonly struct WrittenAttribute
{
    private const string Flag = "RequiresStoppedVm";

    public WrittenAttribute(HandlerAttribute meaning, AttributeSyntax syntax)
    {
        Meaning = meaning;
        Syntax = syntax;
    }

    public HandlerAttribute Meaning { get; }

    public AttributeSyntax Syntax { get; }

    /// <summary>Sets RequiresStoppedVm, whether it is there already or not.</summary>
    public static AttributeSyntax RequiringStoppedVm(AttributeSyntax attribute)
    {
        LiteralExpressionSyntax yes = SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression);
        AttributeArgumentListSyntax list = attribute.ArgumentList!;
        if (ViolationReport.FindArgument(attribute, Flag) is { } argument)
        {
            return attribute.ReplaceNode(argument.Expression, yes.WithTriviaFrom(argument.Expression));
        }

        AttributeArgumentSyntax added = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(
                SyntaxFactory.IdentifierName(Flag),
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            yes);
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(
            list.Arguments.Concat(new[] { added }), list.Arguments.GetSeparators().Concat(new[] { comma }))));
    }
}
