using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.CodeFixes.Effects.Wrapping;

/// <summary>What stands around statements: comments, blank lines, directives.</summary>
internal static class StatementTrivia
{
    /// <summary>The line end that a document uses.</summary>
    public static SyntaxTrivia LineEnd(SyntaxNode root)
    {
        foreach (SyntaxTrivia trivia in root.DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return SyntaxFactory.EndOfLine(trivia.ToString());
            }
        }

        return SyntaxFactory.LineFeed;
    }

    public static bool IsComment(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia;

    /// <summary>How many of the trivia in front of a statement are blank lines, or directives with what is above them.</summary>
    public static int CountAbove(SyntaxTriviaList leading)
    {
        int count = 0;
        bool onlyBlank = true;
        for (int index = 0; index < leading.Count; index++)
        {
            SyntaxTrivia trivia = leading[index];
            onlyBlank &= trivia.Kind() is SyntaxKind.EndOfLineTrivia or SyntaxKind.WhitespaceTrivia;
            if (trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia))
            {
                onlyBlank = true;
                count = index + 1;
            }
            else if (onlyBlank && trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                count = index + 1;
            }
        }

        return count;
    }

    public static bool EndsItsLine(StatementSyntax statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>The statement, with nothing behind it on its line.</summary>
    public static StatementSyntax EndLine(StatementSyntax statement, SyntaxTrivia lineEnd) =>
        EndsItsLine(statement) ? statement : statement.WithTrailingTrivia(WithoutSpaceAtEnd(statement.GetTrailingTrivia()).Add(lineEnd));

    public static SyntaxTriviaList WithoutSpaceAtEnd(SyntaxTriviaList trailing)
    {
        while (trailing.Count > 0 && trailing.Last().IsKind(SyntaxKind.WhitespaceTrivia))
        {
            trailing = trailing.RemoveAt(trailing.Count - 1);
        }

        return trailing;
    }
}
