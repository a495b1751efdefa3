using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Generator.Declarations;

namespace NotifierGen.Analyzers.Effects.Declarations;

/// <summary>Looks for a name in the text of a file, before anything is bound.</summary>
internal static class NameUse
{
    /// <summary>Whether a file names a type other than to declare it, to derive from it, or to document it.</summary>
    public static bool IsUsed(SyntaxTree tree, string typeName, CancellationToken cancellationToken)
    {
        foreach (SyntaxToken token in Tokens(tree, typeName, cancellationToken))
        {
            if (token.Parent is SimpleNameSyntax name && !name.Ancestors().TakeWhile(static node => node is NameSyntax or TypeSyntax or BaseTypeSyntax or BaseListSyntax)
                .Any(static node => node is BaseListSyntax))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The declarations of a file whose bodies or initialisers may assign to something of this name.</summary>
    public static IEnumerable<int> Assigning(SyntaxTree tree, TreeOutline outline, string name, CancellationToken cancellationToken)
    {
        var members = new SortedSet<int>();
        foreach (SyntaxToken token in Tokens(tree, name, cancellationToken))
        {
            if (!MayBeAssigned(token))
            {
                continue;
            }

            for (SyntaxNode? node = token.Parent; node is not null; node = node.Parent)
            {
                if (node is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)
                {
                    break;
                }

                int ordinal = outline.OrdinalOf(node.GetReference(), node.Kind());
                if (ordinal >= 0)
                {
                    members.Add(ordinal);
                    break;
                }
            }
        }

        return members;
    }

    private static bool MayBeAssigned(SyntaxToken token)
    {
        if (token.Parent is not SimpleNameSyntax name)
        {
            // The declaration itself, which may have an initialiser.
            return true;
        }

        SyntaxNode node = name;
        while (node.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ParenthesizedExpressionSyntax or TupleExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent: TupleExpressionSyntax })
        {
            node = node.Parent;
        }

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
            RefExpressionSyntax or PostfixUnaryExpressionSyntax => true,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => true,
            ConditionalAccessExpressionSyntax => true,
            _ => false,
        };
    }

    private static IEnumerable<SyntaxToken> Tokens(SyntaxTree tree, string name, CancellationToken cancellationToken)
    {
        if (!TreeWords.Of(tree, cancellationToken).MayContain(name))
        {
            yield break;
        }

        string text = tree.GetText(cancellationToken).ToString();
        SyntaxNode? root = null;
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            root ??= tree.GetRoot(cancellationToken);
            SyntaxToken token = root.FindToken(at);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
            {
                yield return token;
            }
        }
    }
}
