using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.CodeFixes.Sessions;

/// <summary>What the code around a session's variable does with it.</summary>
internal static class SessionUses
{
    /// <summary>Whether the variable is given a value once and its session to nobody: then it may be disposed of where its block ends.</summary>
    public static bool AreOwn(ILocalSymbol local, SyntaxNode declaration, SemanticModel model)
    {
        foreach (IdentifierNameSyntax name in MemberAround(declaration).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local)
                && !(IsOwn(name) && FunctionAround(name) == FunctionAround(declaration)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The method, accessor or other member around a node; of top-level statements, the file.</summary>
    public static SyntaxNode MemberAround(SyntaxNode node) => node
        .Ancestors()
        .First(ancestor => ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax);

    private static bool IsOwn(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access => access.Expression == expression,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "State" or "Mode" or "Id" } access => access.Expression == expression,
        ConditionalAccessExpressionSyntax access => access.Expression == expression,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => IsOwn(suppressed),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => true,
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax { Pattern: ConstantPatternSyntax } } => true,
        UsingStatementSyntax => true,
        _ => false,
    };

    private static SyntaxNode? FunctionAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
}
