using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.CodeFixes.Sessions;

/// <summary>
/// Mends NG1009: declares the session with <c>using</c>, or puts what follows a Try call into a <c>using</c> statement. Only where nobody else gets
/// the session: disposing of it would end it under the receiver's hands.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UsingSessionCodeFix))]
public sealed class UsingSessionCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG1009");

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (FindCall(root, diagnostic) is not { } call)
        {
            return null;
        }

        return UsingDeclaration.FindStatement(call, model) is not null ? "Declare the session with 'using'"
            : UsingStatement.FindBlock(call, model) is not null ? "Put what follows into 'using'"
            : null;
    }

    private protected override SyntaxNode Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        InvocationExpressionSyntax[] calls = diagnostics.Select(diagnostic => FindCall(root, diagnostic)).OfType<InvocationExpressionSyntax>().ToArray();
        Dictionary<StatementSyntax, InvocationExpressionSyntax> declarations = Map(calls, call => UsingDeclaration.FindStatement(call, model));
        ILookup<BlockSyntax, InvocationExpressionSyntax> blocks = calls
            .Where(call => UsingStatement.FindBlock(call, model) is not null)
            .ToLookup(call => UsingStatement.FindBlock(call, model)!);
        return root.ReplaceNodes(
            declarations.Keys.Concat<SyntaxNode>(blocks.Select(block => block.Key)),
            (original, current) => original is BlockSyntax block && blocks.Contains(block)
                ? UsingStatement.Wrap(block, (BlockSyntax)current, blocks[block])
                : UsingDeclaration.Mend((StatementSyntax)current, declarations[(StatementSyntax)original], model));
    }

    private static InvocationExpressionSyntax? FindCall(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>();

    private static Dictionary<StatementSyntax, InvocationExpressionSyntax> Map(
        IEnumerable<InvocationExpressionSyntax> calls, Func<InvocationExpressionSyntax, StatementSyntax?> find)
    {
        var map = new Dictionary<StatementSyntax, InvocationExpressionSyntax>();
        foreach (InvocationExpressionSyntax call in calls)
        {
            if (find(call) is { } statement)
            {
                map[statement] = call;
            }
        }

        return map;
    }
}
