using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using NotifierGen.CodeFixes.Effects.Wrapping;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Moves the touching statement above the one that resumes the VM, where nothing between them speaks against it.</summary>
internal sealed class AboveResumeFix : IDocumentFix
{
    public Task<string?> TitleAsync(BoundDocument document, Diagnostic diagnostic) =>
        Task.FromResult(Find(document, diagnostic, Array.Empty<StatementSyntax>()) is null ? null : "Move the statement above the resume");

    public Task<SyntaxNode> FixAsync(BoundDocument document, ImmutableArray<Diagnostic> diagnostics)
    {
        // From top to bottom: what has been moved out of the way already does not stand between any more.
        var moved = new Dictionary<StatementSyntax, StatementSyntax>();
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (Find(document, diagnostic, moved.Keys) is { } move)
            {
                moved[move.Touch] = move.Resume;
            }
        }

        SyntaxTrivia lineEnd = StatementTrivia.LineEnd(document.Root);
        IEnumerable<SyntaxNode> owners = moved.Keys.Select(touch => touch.Parent!).Distinct();
        return Task.FromResult(document.Root.ReplaceNodes(owners, (original, current) => original switch
        {
            BlockSyntax block => Formatted(block.Statements, ((BlockSyntax)current).WithStatements(Move(block.Statements, moved, lineEnd))),
            SwitchSectionSyntax section => Formatted(section.Statements, ((SwitchSectionSyntax)current).WithStatements(Move(section.Statements, moved, lineEnd))),
            _ => current,
        }));
    }

    // Statements that shared a line do not any more.
    private static SyntaxNode Formatted(SyntaxList<StatementSyntax> before, SyntaxNode after) =>
        before.All(StatementTrivia.EndsItsLine) ? after : after.WithAdditionalAnnotations(Formatter.Annotation);

    private static (StatementSyntax Touch, StatementSyntax Resume)? Find(
        BoundDocument document, Diagnostic diagnostic, IReadOnlyCollection<StatementSyntax> moved)
    {
        if (TouchingHandler.Find(document, diagnostic) is not { } handler
            || Causes.ResumeOf(diagnostic, handler) is not { } place
            || !StatementOrder.IsStraight(handler.Method)
            || StatementRun.At(handler) is not { Owner: BlockSyntax or SwitchSectionSyntax } run)
        {
            return null;
        }

        StatementSyntax touch = run.Statements[run.First];
        StatementSyntax[] above = run.Statements.Take(run.First).ToArray();
        StatementSyntax? resume = above.FirstOrDefault(statement => statement.Span.Contains(place));
        if (resume is null || StatementOrder.IsInLoop(touch, handler.Method))
        {
            return null;
        }

        StatementSyntax[] between = above.SkipWhile(statement => statement != resume).Skip(1).Where(statement => !moved.Contains(statement)).ToArray();
        return new StatementOrder(document).MayMoveAbove(touch, resume, between) ? (touch, resume) : null;
    }

    private static SyntaxList<StatementSyntax> Move(SyntaxList<StatementSyntax> statements, Dictionary<StatementSyntax, StatementSyntax> moved, SyntaxTrivia lineEnd)
    {
        var result = new List<StatementSyntax>();
        foreach (StatementSyntax statement in statements)
        {
            if (moved.ContainsKey(statement))
            {
                continue;
            }

            // The blank line above the resume goes to the first of those that now stand there.
            SyntaxTriviaList leading = statement.GetLeadingTrivia();
            int above = StatementTrivia.CountAbove(leading);
            StatementSyntax[] touches = statements.Where(touch => moved.TryGetValue(touch, out StatementSyntax? resume) && resume == statement).ToArray();
            for (int index = 0; index < touches.Length; index++)
            {
                SyntaxTriviaList own = touches[index].GetLeadingTrivia();
                IEnumerable<SyntaxTrivia> comments = own.Skip(StatementTrivia.CountAbove(own));
                result.Add(StatementTrivia.EndLine(touches[index].WithLeadingTrivia(index == 0 ? leading.Take(above).Concat(comments) : comments), lineEnd));
            }

            result.Add(StatementTrivia.EndLine(touches.Length > 0 ? statement.WithLeadingTrivia(leading.Skip(above)) : statement, lineEnd));
        }

        return SyntaxFactory.List(result);
    }
}
