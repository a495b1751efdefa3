using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>Where a path leaves a session behind that nobody ends.</summary>
/// <param name="Kind">What happens there.</param>
/// <param name="Syntax">The place.</param>
internal sealed record Leak(LeakKind Kind, SyntaxNode Syntax)
{
    /// <summary>The place in messages.</summary>
    public string Describe()
    {
        TextSpan place = Kind == LeakKind.ReturnAfter ? TextSpan.FromBounds(Syntax.Span.End, Syntax.Span.End) : Syntax.Span;
        int line = Syntax.SyntaxTree.GetLineSpan(place).StartLinePosition.Line + 1;
        string text = Kind switch
        {
            LeakKind.Return => "on the path that returns on line {0}",
            LeakKind.ReturnAfter => "on the path that ends after line {0}",
            LeakKind.Replacement => "before another one takes its place on line {0}",
            _ => "when an exception is thrown on line {0}",
        };
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, text, line);
    }
}
