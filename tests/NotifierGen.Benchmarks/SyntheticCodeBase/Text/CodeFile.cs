using System.Text;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text;

/// <summary>A file in the making: types of one namespace, the last lines of which are still open.</summary>
/// <param name="ns">The namespace.</param>
/// <param name="name">The name of its first type.</param>
internal sealed class CodeFile(string ns, string name)
{
    /// <summary>Lines before the first type.</summary>
    public const int HeadLines = 1;

    private readonly List<CodeWriter> _types = [];

    /// <summary>Text for one more type.</summary>
    public CodeWriter Add()
    {
        var writer = new CodeWriter();
        _types.Add(writer);
        return writer;
    }

    public SourceFile Finish()
    {
        var text = new StringBuilder($"namespace {ns};\n");
        foreach (CodeWriter type in _types)
        {
            type.CloseAll();
            text.Append('\n').Append(type);
        }

        return new SourceFile($"{ns["Synthetic.".Length..]}/{name}.cs", text.ToString());
    }
}
