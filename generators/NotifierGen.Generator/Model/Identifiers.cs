using Microsoft.CodeAnalysis.CSharp;

namespace NotifierGen.Generator.Model;

/// <summary>Names as C# must write them.</summary>
internal static class Identifiers
{
    /// <summary>The name of a member or a namespace.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name in a declaration of a type or a type parameter: some words are names anywhere else, such as <c>required</c>.</summary>
    public static string EscapeDeclared(string name) => MayBecomeKeyword(name) ? "@" + name : Escape(name);

    /// <summary>Whether a name can be declared without escape, now and later.</summary>
    public static bool IsPlain(string name) => !MayBecomeKeyword(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;

    // The language wants words of a to z for itself.
    private static bool MayBecomeKeyword(string name)
    {
        foreach (char character in name)
        {
            if (character is < 'a' or > 'z')
            {
                return false;
            }
        }

        return true;
    }
}
