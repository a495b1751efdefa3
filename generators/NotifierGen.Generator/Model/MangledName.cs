using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace NotifierGen.Generator.Model;

/// <summary>Makes identifiers of full names: readable, and never the same for two names.</summary>
internal static class MangledName
{
    /// <summary>The namespace of an assembly's row classes.</summary>
    public static string OfNamespace(string assembly) => Mangle(assembly);

    /// <summary>The row class of a device class.</summary>
    public static string OfClass(string fullName) => Mangle(fullName);

    /// <summary>Eight hexadecimal digits that are the same on every machine and in every process (FNV-1a).</summary>
    public static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    private static string Mangle(string name)
    {
        var mangled = new StringBuilder(name.Length + 10);
        if (name.Length == 0 || char.IsDigit(name[0]))
        {
            mangled.Append('_');
        }

        bool isPlain = mangled.Length == 0;
        foreach (char character in name)
        {
            bool stays = char.IsLetterOrDigit(character);
            mangled.Append(stays ? character : '_');
            isPlain &= stays || character == '.';
        }

        string result = mangled.ToString();
        return isPlain && !IsReserved(result) ? result : result + "_" + Hash(name);
    }

    /// <summary>A keyword, a name that the compiler wants for itself some day (all lower case), or the name of a member of every row class.</summary>
    private static bool IsReserved(string name)
    {
        if (name is "Class" or "StaticClass" || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
        {
            return true;
        }

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
