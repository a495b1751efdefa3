using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace NotifierGen.CodeFixes.Effects.Wrapping;

/// <summary>Makes one surrounding of two that follow one another, as when the statement above was put into its own by an earlier fix.</summary>
internal static class NeighbourJoin
{
    public static List<StatementSyntax> Join(IEnumerable<StatementSyntax> statements, IReadOnlyList<Surrounding> surroundings)
    {
        var joined = new List<StatementSyntax>();
        foreach (StatementSyntax statement in statements)
        {
            if (joined.Count > 0 && Join(joined[joined.Count - 1], statement, surroundings) is { } both)
            {
                joined[joined.Count - 1] = both;
            }
            else
            {
                joined.Add(statement);
            }
        }

        return joined;
    }

    private static StatementSyntax? Join(StatementSyntax first, StatementSyntax second, IReadOnlyList<Surrounding> surroundings)
    {
        // Two that the author wrote stay two.
        if (!(IsNew(first) || IsNew(second)) || first.GetLastToken().TrailingTrivia.Any(StatementTrivia.IsComment) || second.ContainsDirectives)
        {
            return null;
        }

        foreach (Surrounding surrounding in surroundings)
        {
            if (surrounding.BodyOf(first) is { Statements.Count: > 0 } above && surrounding.BodyOf(second) is { Statements.Count: > 0 } below
                && !Names(above).Intersect(Names(below)).Any())
            {
                StatementSyntax next = below.Statements[0];
                next = next.WithLeadingTrivia(second.GetLeadingTrivia().Concat(next.GetLeadingTrivia()));
                SyntaxList<StatementSyntax> statements = above.Statements.AddRange(below.Statements.Replace(below.Statements[0], next));
                return first
                    .ReplaceNode(above, above.WithStatements(statements))
                    .WithAdditionalAnnotations(Formatter.Annotation);
            }
        }

        return null;
    }

    private static bool IsNew(StatementSyntax statement) => statement.HasAnnotation(Formatter.Annotation);

    // What is declared in one must not meet what is declared in the other.
    private static IEnumerable<string> Names(BlockSyntax block) => block.DescendantNodes().Select(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => "",
    }).Where(name => name.Length > 0);
}
