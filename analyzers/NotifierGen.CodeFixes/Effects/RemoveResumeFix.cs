using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.CodeFixes.Effects.Wrapping;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Removes the call that resumes the VM, if it is a statement of its own that does nothing else.</summary>
internal sealed class RemoveResumeFix : IDocumentFix
{
    public Task<string?> TitleAsync(BoundDocument document, Diagnostic diagnostic) =>
        Task.FromResult(Find(document, diagnostic) is null ? null : "Remove the resume");

    public Task<SyntaxNode> FixAsync(BoundDocument document, ImmutableArray<Diagnostic> diagnostics)
    {
        var resumes = new HashSet<SyntaxNode>(diagnostics.Select(diagnostic => Find(document, diagnostic)).OfType<SyntaxNode>());
        IEnumerable<SyntaxNode> changed = resumes.Select(resume => IsInList(resume) ? resume.Parent! : resume).Distinct();
        return Task.FromResult(document.Root.ReplaceNodes(changed, (original, current) => current switch
        {
            BlockSyntax block => Without((BlockSyntax)original, block, resumes),
            SwitchSectionSyntax section => section.WithStatements(Without(((SwitchSectionSyntax)original).Statements, section.Statements, resumes, out _)),
            MethodDeclarationSyntax method => WithEmptyBody(method),
            _ => Nothing((StatementSyntax)current, original.Parent),
        }));
    }

    // The statement, or the method that is nothing but the call.
    private static SyntaxNode? Find(BoundDocument document, Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree != document.Root.SyntaxTree)
        {
            return null;
        }

        SyntaxNode resume = document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        SyntaxNode whole = resume.Parent is ConditionalAccessExpressionSyntax { WhenNotNull: var last } conditional && last == resume ? conditional : resume;
        if (resume is not InvocationExpressionSyntax call || call.ArgumentList.Arguments.Any(argument => DoesMore(argument.Expression))
            || document.Model.GetSymbolInfo(call, document.CancellationToken).Symbol is not IMethodSymbol method
            || !DoesNothingElse(method, document))
        {
            return null;
        }

        return whole.Parent switch
        {
            ExpressionStatementSyntax statement => statement,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } handler } => handler,
            _ => null,
        };
    }

    // What resumes only by what it calls, or by a delegate that it is given, may have other things to do.
    private static bool DoesNothingElse(IMethodSymbol method, BoundDocument document) => (document.Facts.Of(method) & MemberEffects.ResumesVm) != 0;

    private static bool DoesMore(ExpressionSyntax argument) => argument.DescendantNodesAndSelf().Any(node => node
        is InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax
        or AnonymousFunctionExpressionSyntax or DeclarationExpressionSyntax or PatternSyntax or PostfixUnaryExpressionSyntax
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
        or ArgumentSyntax { RefKindKeyword.RawKind: not 0 });

    private static bool IsInList(SyntaxNode resume) => resume is StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax };

    private static BlockSyntax Without(BlockSyntax original, BlockSyntax block, HashSet<SyntaxNode> resumes)
    {
        SyntaxList<StatementSyntax> statements = Without(original.Statements, block.Statements, resumes, out SyntaxTriviaList left);
        return block
            .WithStatements(statements)
            .WithCloseBraceToken(block.CloseBraceToken.WithLeadingTrivia(left.Concat(block.CloseBraceToken.LeadingTrivia)));
    }

    // Comments and directives stay, in front of what follows.
    private static SyntaxList<StatementSyntax> Without(
        SyntaxList<StatementSyntax> original, SyntaxList<StatementSyntax> current, HashSet<SyntaxNode> resumes, out SyntaxTriviaList left)
    {
        var result = new List<StatementSyntax>();
        left = default;
        for (int index = 0; index < original.Count; index++)
        {
            SyntaxTriviaList leading = left.AddRange(current[index].GetLeadingTrivia());
            if (resumes.Contains(original[index]))
            {
                left = Kept(leading, current[index].GetTrailingTrivia());
            }
            else
            {
                result.Add(left.Count > 0 ? current[index].WithLeadingTrivia(leading) : current[index]);
                left = default;
            }
        }

        return SyntaxFactory.List(result);
    }

    private static SyntaxTriviaList Kept(SyntaxTriviaList leading, SyntaxTriviaList trailing)
    {
        SyntaxTriviaList above = SyntaxFactory.TriviaList(leading.Any(IsKept) ? StatementTrivia.WithoutSpaceAtEnd(leading) : leading.Take(StatementTrivia.CountAbove(leading)));
        if (!trailing.Any(IsKept))
        {
            return above;
        }

        // What stood behind the statement stands where the statement began.
        IEnumerable<SyntaxTrivia> indentation = leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return above.AddRange(indentation).AddRange(trailing.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
    }

    private static bool IsKept(SyntaxTrivia trivia) => StatementTrivia.IsComment(trivia) || trivia.IsDirective;

    private static StatementSyntax Nothing(StatementSyntax resume, SyntaxNode? parent) => parent is LabeledStatementSyntax
        ? SyntaxFactory.EmptyStatement().WithTriviaFrom(resume)
        : SyntaxFactory.Block().WithTriviaFrom(resume).WithAdditionalAnnotations(Formatter.Annotation);

    private static MethodDeclarationSyntax WithEmptyBody(MethodDeclarationSyntax method) => method
        .WithExpressionBody(null)
        .WithSemicolonToken(default)
        .WithBody(SyntaxFactory.Block(
            SyntaxFactory.Token(default, SyntaxKind.OpenBraceToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            default,
            SyntaxFactory.Token(default, SyntaxKind.CloseBraceToken, method.SemicolonToken.TrailingTrivia)))
        .WithParameterList(method.ParameterList.WithTrailingTrivia(SyntaxFactory.Space));
}
