using System.Text;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Language;

/// <summary>Prints programs as C#.</summary>
internal static class ProgramText
{
    /// <summary>The program in a namespace of its own.</summary>
    public static string Print(Node program, string? space)
    {
        var text = new StringBuilder();
        Append(text, program);
        string body = Indent(text.ToString());
        return space is null ? body : $"namespace {space}\n{{\n{body}}}\n";
    }

    private static void Append(StringBuilder text, Node node)
    {
        string template = node.Text;
        for (int i = 0; i < template.Length; i++)
        {
            char next = i + 1 < template.Length ? template[i + 1] : '\0';
            if (template[i] != '$' || !(char.IsAsciiDigit(next) || next == '*'))
            {
                text.Append(template[i]);
                continue;
            }

            i++;
            if (next == '*')
            {
                AppendAll(text, node);
            }
            else
            {
                Append(text, node.Children[next - '0']);
            }
        }
    }

    private static void AppendAll(StringBuilder text, Node node)
    {
        for (int i = 0; i < node.Children.Length; i++)
        {
            if (node.IsHandlerBody)
            {
                text.Append("O.At(").Append(i).Append(");\n");
            }

            Append(text, node.Children[i]);
            text.Append('\n');
        }
    }

    private static string Indent(string flat)
    {
        var text = new StringBuilder();
        int depth = 0;
        foreach (string line in flat.Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.Length == 0)
            {
                continue;
            }

            if (trimmed[0] == '}')
            {
                depth--;
            }

            text.Append(' ', Math.Max(depth, 0) * 4).Append(trimmed).Append('\n');
            if (trimmed[^1] == '{')
            {
                depth++;
            }
        }

        return text.ToString();
    }
}
