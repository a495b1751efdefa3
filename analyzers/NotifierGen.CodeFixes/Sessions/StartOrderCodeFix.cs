using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using NotifierGen.Analyzers.Sessions;
using NotifierGen.CodeFixes.Syntax;

namespace NotifierGen.CodeFixes.Sessions;

/// <summary>
/// Mends NG1005: where Failed is raised further down in the same block, the start goes behind it; where the session of a catch block has not been
/// failed, <c>session.Fail</c> takes the place of the start: it raises Failed and starts the VM.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StartOrderCodeFix))]
public sealed class StartOrderCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG1005");

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        if (FindStart(root, diagnostic) is not { } start)
        {
            return null;
        }

        return SessionOf(start, model, diagnostic) is { } session ? $"Call '{session.Name}.Fail' instead"
            : FindFailure(root, start, diagnostic) is not null ? "Start the VM after Failed has been raised"
            : null;
    }

    private protected override SyntaxNode Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var replaced = new Dictionary<StatementSyntax, ILocalSymbol>();
        var moved = new List<(StatementSyntax Start, StatementSyntax Failure)>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (FindStart(root, diagnostic) is not { } start)
            {
                continue;
            }

            if (SessionOf(start, model, diagnostic) is { } session)
            {
                replaced[start] = session;
            }
            else if (FindFailure(root, start, diagnostic) is { } failure)
            {
                moved.Add((start, failure));
            }
        }

        ILookup<SyntaxNode, (StatementSyntax Start, StatementSyntax Failure)> blocks = moved.ToLookup(move => move.Start.Parent!);
        return root.ReplaceNodes(
            replaced.Keys.Concat(blocks.Select(block => block.Key)),
            (original, current) => original is BlockSyntax block && blocks.Contains(block)
                ? Move(block, (BlockSyntax)current, blocks[block])
                : Fail((StatementSyntax)original, replaced[(StatementSyntax)original]));
    }

    private static ExpressionStatementSyntax? FindStart(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement }
            ? statement
            : null;

    // The statement of the same block in which Failed is raised.
    private static StatementSyntax? FindFailure(SyntaxNode root, StatementSyntax start, Diagnostic diagnostic)
    {
        if ((diagnostic.Properties.TryGetValue(VmStartOrderAnalyzer.SessionProperty, out string? session) && session is not null)
            || diagnostic.AdditionalLocations.Count == 0
            || diagnostic.AdditionalLocations[0].SourceTree != start.SyntaxTree)
        {
            return null;
        }

        StatementSyntax? failure = root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan).FirstAncestorOrSelf<ExpressionStatementSyntax>();
        return failure?.Parent == start.Parent && failure?.SpanStart > start.SpanStart ? failure : null;
    }

    private static ILocalSymbol? SessionOf(StatementSyntax start, SemanticModel model, Diagnostic diagnostic) =>
        start.Parent?.Parent is CatchClauseSyntax
        && diagnostic.Properties.TryGetValue(VmStartOrderAnalyzer.SessionProperty, out string? name) && name is not null
            ? model.LookupSymbols(start.SpanStart, name: name).OfType<ILocalSymbol>().FirstOrDefault()
            : null;

    private static BlockSyntax Move(BlockSyntax original, BlockSyntax block, IEnumerable<(StatementSyntax Start, StatementSyntax Failure)> moves)
    {
        var order = original.Statements.Select((statement, index) => (Original: statement, Current: block.Statements[index])).ToList();
        foreach ((StatementSyntax start, StatementSyntax failure) in moves)
        {
            (StatementSyntax Original, StatementSyntax Current) moved = order.Find(pair => pair.Original == start);
            order.Remove(moved);
            order.Insert(order.FindIndex(pair => pair.Original == failure) + 1, moved);
        }

        return block.WithStatements(SyntaxFactory.List(order.Select(pair => pair.Current)));
    }

    private static StatementSyntax Fail(StatementSyntax start, ILocalSymbol session)
    {
        CatchDeclarationSyntax? declaration = ((CatchClauseSyntax)start.Parent!.Parent!).Declaration;
        string exception = declaration?.Identifier.Text is { Length: > 0 } name ? $"{name}.Message, {name}" : "\"The migration failed.\"";
        string access = IsDeclaredNullable(session) ? "?." : ".";
        StatementSyntax fail = SyntaxFactory.ParseStatement(
            $"{session.Name}{access}Fail(new global::NotifierGen.MigrationFailure(global::NotifierGen.MigrationFailureKind.Error, {exception}));");
        return QualifiedNames.Simplify(fail)
            .WithTriviaFrom(start)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    // "MigrationSession? session = null;", which a refused Begin leaves null; what "var" and "out" declare is nullable in name only.
    private static bool IsDeclaredNullable(ILocalSymbol session) =>
        session.DeclaringSyntaxReferences.Length > 0
        && session.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: NullableTypeSyntax } };
}
