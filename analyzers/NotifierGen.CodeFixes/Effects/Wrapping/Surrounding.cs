using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.CodeFixes.Effects.Wrapping;

/// <summary>A statement with a block as its body, into which other statements are put.</summary>
internal abstract class Surrounding
{
    /// <summary>Whether statements in one are as well off in the other.</summary>
    public bool IsSame(Surrounding other) => BodyOf(other.Around(SyntaxFactory.Block())) is not null;

    /// <summary>The statement around a body.</summary>
    public abstract StatementSyntax Around(BlockSyntax body);

    /// <summary>The body of a statement that is such a surrounding already; null if it is another one.</summary>
    public abstract BlockSyntax? BodyOf(StatementSyntax statement);
}
