using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NotifierGen.CodeFixes.Effects.Wrapping;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Adds effect attributes to the members of a document, and the using directive that they need.</summary>
internal static class AttributeInsertion
{
    public static async Task<Document> AddAsync(Document document, IEnumerable<MissingAttribute> missing, CancellationToken cancellationToken)
    {
        if (await BoundDocument.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { } bound)
        {
            return document;
        }

        ILookup<SyntaxNode, MissingAttribute> members = missing.ToLookup(attribute => (SyntaxNode)attribute.Member);
        SyntaxTrivia lineEnd = StatementTrivia.LineEnd(bound.Root);
        return document.WithSyntaxRoot(bound.Root.ReplaceNodes(members.Select(group => group.Key), (original, current) =>
        {
            bool standsAlone = original.GetFirstToken().GetPreviousToken() is var before
                && (before.IsKind(SyntaxKind.None) || before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia));
            var member = (MemberDeclarationSyntax)current;
            foreach (string attribute in members[original].Select(found => found.Attribute).Distinct())
            {
                if (Write(bound, attribute) is { } written)
                {
                    member = Add(member, written, MissingAttribute.CountAbove(member, attribute), standsAlone ? lineEnd : SyntaxFactory.Space);
                }
            }

            return member;
        }));
    }

    // The client shortens the name, and adds the using directive if there is none.
    private static AttributeListSyntax? Write(BoundDocument document, string attribute) =>
        document.Model.Compilation.GetTypeByMetadataName($"NotifierGen.{attribute}Attribute") is { } type
            ? SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(
                (NameSyntax)SyntaxGenerator.GetGenerator(document.Document).TypeExpression(type, addImport: true))))
            : null;

    private static MemberDeclarationSyntax Add(MemberDeclarationSyntax member, AttributeListSyntax list, int index, SyntaxTrivia separator)
    {
        SyntaxTriviaList leading = member.GetLeadingTrivia();
        SyntaxTriviaList indentation = separator.IsKind(SyntaxKind.EndOfLineTrivia)
            ? SyntaxFactory.TriviaList(leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            : default;
        list = list.WithTrailingTrivia(separator);
        if (index > 0)
        {
            return member.WithAttributeLists(member.AttributeLists.Insert(index, list.WithLeadingTrivia(indentation)));
        }

        member = member.WithLeadingTrivia(indentation);
        return member.WithAttributeLists(member.AttributeLists.Insert(0, list.WithLeadingTrivia(leading)));
    }
}
