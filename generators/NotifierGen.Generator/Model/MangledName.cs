using System.Globalization;
using System.Text;

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

    /// <summary>A word of the language, now or later, or the name of a member of every row class.</summary>
    private static bool IsReserved(string name) => name is "Class" or "StaticClass" || !Identifiers.IsPlain(name);
}
