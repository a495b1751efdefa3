using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotifierGen.Analyzers.Pairing;

/// <summary>A place at which a handler, or a method of its class that it calls, changes the device.</summary>
/// <param name="Place">The change.</param>
/// <param name="Target">What is changed: the target of the assignment, or the called member.</param>
internal sealed record StateChange(SyntaxNode Place, SyntaxNode Target)
{
    private const int LongestName = 60;

    /// <summary>How messages name it: as it is written, as long as that is short.</summary>
    public string Describe()
    {
        string text = Target.WithoutTrivia().ToString();
        return text.Length <= LongestName && text.IndexOf('\n') < 0 ? text
            : Target is MemberAccessExpressionSyntax access ? access.Name.ToString()
            : text.Split('\n')[0].Trim();
    }
}
