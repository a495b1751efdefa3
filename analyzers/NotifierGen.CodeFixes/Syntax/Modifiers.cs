using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.CodeFixes.Syntax;

/// <summary>Changes a type's modifiers and leaves comments, attributes and the order of the others as they are.</summary>
internal static class Modifiers
{
    public static TypeDeclarationSyntax MakePartial(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return type;
        }

        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
        {
            // "partial" stands last, right before "class".
            return type.WithModifiers(type.Modifiers.Add(partial));
        }

        SyntaxToken keyword = type.Keyword;
        return type
            .WithKeyword(keyword.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(keyword.LeadingTrivia)));
    }

    /// <summary>Lets the whole assembly see a nested type: protected becomes protected internal, private and private protected become internal.</summary>
    public static TypeDeclarationSyntax MakeInternal(TypeDeclarationSyntax type)
    {
        bool staysProtected = type.Modifiers.Any(SyntaxKind.ProtectedKeyword) && !type.Modifiers.Any(SyntaxKind.PrivateKeyword);
        SyntaxToken replacement = SyntaxFactory.Token(SyntaxKind.InternalKeyword);
        if (staysProtected)
        {
            int at = type.Modifiers.IndexOf(SyntaxKind.ProtectedKeyword);
            return type.WithModifiers(type.Modifiers.Insert(at + 1, replacement.WithTrailingTrivia(SyntaxFactory.Space)));
        }

        int privateAt = type.Modifiers.IndexOf(SyntaxKind.PrivateKeyword);
        int protectedAt = type.Modifiers.IndexOf(SyntaxKind.ProtectedKeyword);
        if (privateAt < 0)
        {
            return AddFirst(type, replacement);
        }

        if (protectedAt < 0)
        {
            return type.WithModifiers(type.Modifiers.Replace(type.Modifiers[privateAt], replacement.WithTriviaFrom(type.Modifiers[privateAt])));
        }

        int first = Math.Min(privateAt, protectedAt);
        SyntaxTokenList modifiers = type.Modifiers.RemoveAt(Math.Max(privateAt, protectedAt));
        return type.WithModifiers(modifiers.Replace(modifiers[first], replacement.WithTriviaFrom(modifiers[first])));
    }

    public static TypeDeclarationSyntax Remove(TypeDeclarationSyntax type, SyntaxKind modifier)
    {
        int at = type.Modifiers.IndexOf(modifier);
        if (at < 0)
        {
            return type;
        }

        SyntaxTriviaList leading = type.Modifiers[at].LeadingTrivia;
        SyntaxTokenList rest = type.Modifiers.RemoveAt(at);
        if (at > 0)
        {
            return type.WithModifiers(rest);
        }

        return rest.Count > 0
            ? type.WithModifiers(rest.Replace(rest[0], rest[0].WithLeadingTrivia(leading)))
            : type.WithModifiers(rest).WithKeyword(type.Keyword.WithLeadingTrivia(leading));
    }

    private static TypeDeclarationSyntax AddFirst(TypeDeclarationSyntax type, SyntaxToken modifier)
    {
        modifier = modifier.WithTrailingTrivia(SyntaxFactory.Space);
        if (type.Modifiers.Count > 0)
        {
            SyntaxToken first = type.Modifiers[0];
            SyntaxTokenList modifiers = type.Modifiers.Replace(first, first.WithLeadingTrivia());
            return type.WithModifiers(modifiers.Insert(0, modifier.WithLeadingTrivia(first.LeadingTrivia)));
        }

        SyntaxToken keyword = type.Keyword;
        return type
            .WithKeyword(keyword.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(modifier.WithLeadingTrivia(keyword.LeadingTrivia)));
    }
}
