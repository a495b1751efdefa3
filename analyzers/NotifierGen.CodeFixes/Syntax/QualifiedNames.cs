using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace NotifierGen.CodeFixes.Syntax;

/// <summary>Names in new code: written in full, and left to the workspace to shorten where the usings allow it.</summary>
internal static class QualifiedNames
{
    public static T Simplify<T>(T node)
        where T : SyntaxNode => node.ReplaceNodes(
            node.DescendantNodes().Where(static name => name is QualifiedNameSyntax or MemberAccessExpressionSyntax { Expression: AliasQualifiedNameSyntax }),
            static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
}
