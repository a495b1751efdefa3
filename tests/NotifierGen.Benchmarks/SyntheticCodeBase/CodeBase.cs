using NotifierGen.Benchmarks.SyntheticCodeBase.Handlers;

namespace NotifierGen.Benchmarks.SyntheticCodeBase;

/// <summary>
/// A synthetic emulator: device classes in many namespaces, wide hierarchies, deep call chains, a machine with a processor whose state is marked,
/// and migration handlers of which it is known what they do wrong.
/// </summary>
internal sealed class CodeBase
{
    /// <summary>The rules for which a code base knows how many warnings it deserves; those of them that are not in a handler's list: none.</summary>
    public static readonly string[] CountedRules =
    [
        "NG0001", "NG0002", "NG0003", "NG0004", "NG0005", "NG0006", "NG0007", "NG0008", "NG0009", "NG0010", "NG0011",
        "NG1001", "NG1002", "NG1003", "NG1004", "NG1005", "NG1006", "NG1007", "NG1009", "NG1010", "NG1012",
    ];

    private CodeBase(CodeBaseShape shape, IReadOnlyList<SourceFile> files, IReadOnlyList<HandlerSite> handlers)
    {
        Shape = shape;
        Files = files;
        Handlers = handlers;
        Lines = files.Sum(file => file.Text.AsSpan().Count('\n'));
    }

    public CodeBaseShape Shape { get; }

    public IReadOnlyList<SourceFile> Files { get; }

    public IReadOnlyList<HandlerSite> Handlers { get; }

    /// <summary>Line ends of all files.</summary>
    public int Lines { get; }

    public static CodeBase Generate(CodeBaseShape shape)
    {
        var text = new CodeBaseText();
        text.Write(shape);
        IReadOnlyList<HandlerSite> handlers = new HandlerPlacement(text.Sources).Place(shape.Handlers, new Dice(shape.Seed ^ 1));
        return new CodeBase(shape, text.Finish(), handlers);
    }

    /// <summary>How many warnings of a rule the handlers deserve.</summary>
    public int Expected(string rule) => Handlers.Sum(handler => handler.Rules.Count(broken => broken == rule));
}
