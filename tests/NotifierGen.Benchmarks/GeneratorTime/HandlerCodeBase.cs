using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotifierGen.Benchmarks.GeneratorTime;

/// <summary>A project of classes with five handlers each, a file a class, as one generator knows handlers; beside them a file with nothing for it.</summary>
/// <param name="Generator">What is measured.</param>
/// <param name="Head">The file that turns the generator on.</param>
/// <param name="Class">The text of a class, by its number and what is edited in it.</param>
/// <param name="References">What it needs beside the framework.</param>
internal sealed record HandlerCodeBase(string Name, Func<IIncrementalGenerator> Generator, string Head, Func<int, HandlerEdit, string> Class, ImmutableArray<MetadataReference> References)
{
    private const int Unrelated = 2;
    private const int FirstClass = 3;

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp13);

    /// <summary>What all classes use, in an assembly of its own where they are in several.</summary>
    public string Shared { get; init; } = "";

    /// <summary>Whether the generator writes something for an assembly that only has handlers.</summary>
    public bool ConcernsLibraries { get; init; }

    /// <summary>The project with a number of classes.</summary>
    public CSharpCompilation Compile(int classes)
    {
        IEnumerable<string> texts = [Head, Shared, UnrelatedText(0), .. Enumerable.Range(0, classes).Select(number => Class(number, HandlerEdit.None))];
        return Project("Handlers", texts, []);
    }

    /// <summary>As <see cref="Compile"/>, but with the classes in as many referenced assemblies.</summary>
    public CSharpCompilation Compose(int classes, int assemblies)
    {
        MetadataReference shared = Reference(Project("Shared", [Shared], []));
        IEnumerable<MetadataReference> libraries = Enumerable.Range(0, classes)
            .GroupBy(number => number * assemblies / classes)
            .Select(numbers => Reference(Project(Library(numbers.Key), numbers.Select(number => Class(number, HandlerEdit.None)), [shared])));
        return Project("Handlers", [Head, "", UnrelatedText(0)], [shared, .. libraries]);
    }

    /// <summary>The project after something was typed: in the file without handlers, or in the first class.</summary>
    public CSharpCompilation Edit(CSharpCompilation compilation, HandlerEdit edit, int turn)
    {
        int index = edit == HandlerEdit.Unrelated ? Unrelated : FirstClass;
        string text = edit == HandlerEdit.Unrelated ? UnrelatedText(turn) : Class(0, edit).Replace("$turn$", turn.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        SyntaxTree old = compilation.SyntaxTrees[index];
        return compilation.ReplaceSyntaxTree(old, Parse(text, index));
    }

    private static string Library(int number) => string.Create(CultureInfo.InvariantCulture, $"Library{number}");

    private CSharpCompilation Project(string name, IEnumerable<string> texts, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        name,
        texts.Select(static (text, i) => Parse(text, i)),
        [.. Net100.References.All, .. References, .. references],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    // As a build hands it over: an image, with what the generator adds to a library.
    private PortableExecutableReference Reference(CSharpCompilation library)
    {
        Compilation output = library;
        if (ConcernsLibraries)
        {
            CSharpGeneratorDriver.Create([Generator().AsSourceGenerator()], parseOptions: s_options).RunGeneratorsAndUpdateCompilation(library, out output, out _);
        }

        using var image = new MemoryStream();
        if (output.Emit(image) is { Success: false } failed)
        {
            throw new InvalidOperationException($"{Name}: {failed.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
        }

        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static string UnrelatedText(int turn) => string.Create(CultureInfo.InvariantCulture, $"namespace Board {{ internal static class Unrelated {{ public static int Value() => {turn}; }} }}");

    private static SyntaxTree Parse(string text, int index) =>
        CSharpSyntaxTree.ParseText(text, s_options, string.Create(CultureInfo.InvariantCulture, $"/board/File{index}.cs"), Encoding.UTF8);
}
