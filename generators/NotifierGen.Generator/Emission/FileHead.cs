using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Emission;

/// <summary>Prints what stands between the comment on top of a file and its types.</summary>
internal static class FileHead
{
    public static void Write(SourceWriter writer, IEnumerable<string> aliases, EquatableArray<Suppression> suppressions)
    {
        string[] named = [.. aliases.Where(alias => alias != "global").Distinct().OrderBy(alias => alias, StringComparer.Ordinal)];
        foreach (string alias in named)
        {
            writer.WriteLine($"extern alias {alias};");
        }

        if (named.Length > 0)
        {
            writer.WriteLine();
        }

        writer.WriteLine("#nullable enable");
        writer.WriteLine();
        foreach (Suppression suppression in suppressions)
        {
            writer.WriteLine($"#pragma warning disable {suppression.Ids} // {suppression.Reason}");
        }

        if (suppressions.Count > 0)
        {
            writer.WriteLine();
        }
    }
}
