using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Effects.Facts;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Tells whether a statement may run before others that stand above it.</summary>
internal sealed class StatementOrder
{
    private readonly BoundDocument _document;

    public StatementOrder(BoundDocument document) => _document = document;

    /// <summary>Whether a method has no jumps by which a statement could run after one that stands below it.</summary>
    public static bool IsStraight(MethodDeclarationSyntax method) => !method.DescendantNodes().Any(node => node is GotoStatementSyntax or LabeledStatementSyntax);

    public static bool IsInLoop(StatementSyntax statement, MethodDeclarationSyntax method) => statement
        .Ancestors()
        .TakeWhile(node => node != method)
        .Any(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax);

    public bool MayMoveAbove(StatementSyntax touch, StatementSyntax resume, IReadOnlyCollection<StatementSyntax> between)
    {
        if (!IsSimple(touch) || touch.ContainsDirectives || !IsSimple(resume) || between.Any(statement => !IsSimple(statement) || statement.ContainsDirectives))
        {
            return false;
        }

        return KeepTheirLocals(touch, resume) && KeepTheirMembers(touch, resume, isBetween: false)
            && between.All(other => KeepTheirLocals(touch, other) && KeepTheirMembers(touch, other, isBetween: true))
            && (between.All(OnlyAssigns) || DependsOnNothingMutable(touch));
    }

    // A using declaration holds on to something up to the end of its block; anything with a body may leave it.
    private static bool IsSimple(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax or EmptyStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 };

    private static bool OnlyAssigns(StatementSyntax statement) => !statement.DescendantNodes().Any(node => node
        is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or ElementAccessExpressionSyntax);

    private bool KeepTheirLocals(StatementSyntax touch, StatementSyntax other)
    {
        if (touch is EmptyStatementSyntax || other is EmptyStatementSyntax)
        {
            return true;
        }

        if (_document.Model.AnalyzeDataFlow(touch) is not { Succeeded: true } mine || _document.Model.AnalyzeDataFlow(other) is not { Succeeded: true } theirs)
        {
            return false;
        }

        return !mine.ReadInside.Intersect(theirs.WrittenInside.Concat(theirs.VariablesDeclared), SymbolEqualityComparer.Default).Any()
            && !mine.WrittenInside.Intersect(theirs.WrittenInside.Concat(theirs.ReadInside).Concat(theirs.VariablesDeclared), SymbolEqualityComparer.Default).Any();
    }

    // Fields and properties: neither may write what the other one uses.
    private bool KeepTheirMembers(StatementSyntax touch, StatementSyntax other, bool isBetween)
    {
        var mine = Members(touch, withReceivers: false).ToArray();
        var theirs = Members(other, withReceivers: isBetween).ToArray();
        return !mine.Any(use => theirs.Any(their =>
            (use.Written || their.Written) && SymbolEqualityComparer.Default.Equals(use.Member, their.Member)));
    }

    private IEnumerable<(ISymbol Member, bool Written)> Members(StatementSyntax statement, bool withReceivers) =>
        from name in statement.DescendantNodes().OfType<SimpleNameSyntax>()
        let member = _document.Model.GetSymbolInfo(name, _document.CancellationToken).Symbol
        where member is IFieldSymbol { IsConst: false } or IPropertySymbol
        select (member, IsWritten(name, withReceivers));

    // Who writes a part of a structure or of an array writes the whole; with receivers, who writes a member of an object changes the object.
    private bool IsWritten(ExpressionSyntax name, bool withReceivers)
    {
        ExpressionSyntax whole = name;
        while (whole.Parent is ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || (whole.Parent is MemberAccessExpressionSyntax access && (access.Name == whole || withReceivers || IsStructure(whole))))
        {
            whole = (ExpressionSyntax)whole.Parent;
        }

        return whole.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == whole,
            PostfixUnaryExpressionSyntax or RefExpressionSyntax => true,
            PrefixUnaryExpressionSyntax unary => unary.Kind()
                is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax,
            _ => false,
        };
    }

    private bool IsStructure(ExpressionSyntax expression) =>
        _document.Model.GetTypeInfo(expression, _document.CancellationToken).Type is { IsValueType: true };

    // Then no call in between can change what the statement does.
    private bool DependsOnNothingMutable(StatementSyntax touch) => touch
        .DescendantNodes()
        .OfType<SimpleNameSyntax>()
        .All(name => _document.Model.GetSymbolInfo(name, _document.CancellationToken).Symbol switch
        {
            ILocalSymbol or IParameterSymbol or ITypeSymbol or INamespaceSymbol or IAliasSymbol => true,
            IFieldSymbol field when field.IsReadOnly || field.IsConst => true,
            IPropertySymbol { IsReadOnly: true, IsIndexer: false } => true,
            { } member => (_document.Facts.Of(member) & MemberEffects.VcpuState) != 0,
            null => false,
        });
}
