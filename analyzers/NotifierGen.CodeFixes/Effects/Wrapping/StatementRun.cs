using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.CodeFixes.Effects.Wrapping;

/// <summary>
/// Statements of a handler that stand in a row: in a block, in a section of a switch, alone behind an <c>if</c> or a loop, or written as the
/// expression that is the handler's body.
/// </summary>
internal sealed class StatementRun
{
    private StatementRun(SyntaxNode owner, int first, int last)
    {
        Owner = owner;
        First = first;
        Last = last;
    }

    /// <summary>The block or section; the statement itself where it stands alone; the method whose body is an expression.</summary>
    public SyntaxNode Owner { get; }

    public int First { get; }

    public int Last { get; }

    public SyntaxNode FirstNode => Owner is MethodDeclarationSyntax method ? method.ExpressionBody!.Expression : Statements[First];

    public TextSpan Span => Owner is MethodDeclarationSyntax method
        ? method.ExpressionBody!.Expression.Span
        : TextSpan.FromBounds(Statements[First].SpanStart, Statements[Last].Span.End);

    public IReadOnlyList<StatementSyntax> Statements => ListOf(Owner) ?? (IReadOnlyList<StatementSyntax>)new[] { (StatementSyntax)Owner };

    /// <summary>The statement of the handler's own body that an expression belongs to. A lambda in it is not torn apart: it runs where it is called.</summary>
    public static StatementRun? At(TouchingHandler handler)
    {
        if (handler.Method.ExpressionBody is { } arrow && arrow.Contains(handler.Expression))
        {
            return new StatementRun(handler.Method, 0, 0);
        }

        StatementSyntax? statement = null;
        for (SyntaxNode? node = handler.Expression; node is not null && node != handler.Method; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax)
            {
                statement = null;
            }
            else if (node is LocalFunctionStatementSyntax)
            {
                return null;
            }
            else if (statement is null && node is StatementSyntax and not BlockSyntax)
            {
                statement = (StatementSyntax)node;
            }
        }

        return statement?.Parent is not { } parent
            ? null
            : ListOf(parent) is { } list
                ? new StatementRun(parent, list.IndexOf(statement), list.IndexOf(statement))
                : new StatementRun(statement, 0, 0);
    }

    public DataFlowAnalysis? DataFlow(SemanticModel model)
    {
        DataFlowAnalysis? flow = Owner is MethodDeclarationSyntax method
            ? model.AnalyzeDataFlow(method.ExpressionBody!.Expression)
            : model.AnalyzeDataFlow(Statements[First], Statements[Last]);
        return flow is { Succeeded: true } ? flow : null;
    }

    /// <summary>Whether the run is always left at its end, short of an exception.</summary>
    public bool RunsThrough(SemanticModel model) => Owner is MethodDeclarationSyntax method
        ? method.ExpressionBody!.Expression is not ThrowExpressionSyntax
        : model.AnalyzeControlFlow(Statements[First], Statements[Last]) is { Succeeded: true, EndPointIsReachable: true, ExitPoints.IsEmpty: true };

    public IEnumerable<SyntaxNode> DescendantNodes() => Owner is MethodDeclarationSyntax method
        ? method.ExpressionBody!.Expression.DescendantNodesAndSelf()
        : Enumerable.Range(First, Last - First + 1).SelectMany(index => Statements[index].DescendantNodesAndSelf());

    /// <summary>
    /// The run with the later statements that use what it declares, since a block of its own would hide that from them; null where it cannot be
    /// put into a block.
    /// </summary>
    public StatementRun? Closed(BoundDocument document, MethodDeclarationSyntax method)
    {
        StatementRun run = this;
        while (!run.HasDirectives() && !run.HasLabelsOrFunctions() && run.DataFlow(document.Model) is { } flow)
        {
            int last = run.LastUse(flow, document, method);
            if (last == run.Last)
            {
                return run;
            }

            if (last < 0)
            {
                return null;
            }

            run = new StatementRun(Owner, First, last);
        }

        return null;
    }

    /// <summary>Whether both overlap, or one begins where the other ends.</summary>
    public bool Joins(StatementRun other) => Owner == other.Owner && First <= other.Last + 1 && other.First <= Last + 1;

    public StatementRun With(StatementRun other) => new StatementRun(Owner, Math.Min(First, other.First), Math.Max(Last, other.Last));

    private static SyntaxList<StatementSyntax>? ListOf(SyntaxNode owner) => owner switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        _ => null,
    };

    // The index of the last statement that has to be in the run; -1 if one of them cannot be.
    private int LastUse(DataFlowAnalysis flow, BoundDocument document, MethodDeclarationSyntax method)
    {
        if (Owner is MethodDeclarationSyntax)
        {
            return 0;
        }

        IReadOnlyList<StatementSyntax> statements = Statements;
        int last = Last;

        // What such a declaration holds is let go at the end of the block.
        if (Enumerable.Range(First, Last - First + 1).Any(index => statements[index] is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }))
        {
            last = statements.Count - 1;
        }

        ImmutableArray<ISymbol> declared = flow.VariablesDeclared;
        foreach (IdentifierNameSyntax name in method.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (Span.Contains(name.Span)
                || !declared.Any(variable => variable.Name == name.Identifier.ValueText)
                || document.Model.GetSymbolInfo(name, document.CancellationToken).Symbol is not { } used
                || !declared.Contains(used, SymbolEqualityComparer.Default))
            {
                continue;
            }

            int user = name.Ancestors().FirstOrDefault(node => node.Parent == Owner) is StatementSyntax statement ? IndexOf(statement) : -1;
            if (user < First)
            {
                return -1;
            }

            last = Math.Max(last, user);
        }

        return last;
    }

    private int IndexOf(StatementSyntax statement)
    {
        for (int index = 0; index < Statements.Count; index++)
        {
            if (Statements[index] == statement)
            {
                return index;
            }
        }

        return -1;
    }

    // Above the first statement they may stay where they are.
    private bool HasDirectives() => Owner is MethodDeclarationSyntax method
        ? method.ExpressionBody!.ContainsDirectives || method.SemicolonToken.ContainsDirectives
        : Enumerable.Range(First, Last - First + 1).Any(index => Statements[index]
            .DescendantTokens()
            .Any(token => token.ContainsDirectives && (index > First || token != Statements[First].GetFirstToken())));

    private bool HasLabelsOrFunctions() => Owner is not MethodDeclarationSyntax
        && Enumerable.Range(First, Last - First + 1).Any(index => Statements[index] is LocalFunctionStatementSyntax
            || Statements[index].DescendantNodesAndSelf().Any(node => node is LabeledStatementSyntax));
}
