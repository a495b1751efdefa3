using System.Text;

namespace NotifierGen.Tool.Reading;

/// <summary>A type as attribute values name it: <c>Devices.Outer+Nic`1, Devices, Version=...</c>.</summary>
/// <param name="MetadataName">With namespace and containing types.</param>
/// <param name="Assembly">The simple name of its assembly; empty: the one that the value stands in.</param>
internal readonly record struct SerializedTypeName(string MetadataName, string Assembly)
{
    public static SerializedTypeName Parse(string text)
    {
        StringBuilder name = new();
        int i = 0;

        // A backslash keeps the next character from meaning anything; type arguments, which no value here has, would stand in brackets.
        for (; i < text.Length && text[i] is not (',' or '['); i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
            }

            name.Append(text[i]);
        }

        string rest = i < text.Length && text[i] == ',' ? text[(i + 1)..] : "";
        int end = rest.IndexOf(',', StringComparison.Ordinal);
        return new SerializedTypeName(name.ToString(), (end < 0 ? rest : rest[..end]).Trim());
    }
}
