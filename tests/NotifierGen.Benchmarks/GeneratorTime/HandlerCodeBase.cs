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
    private const int Unrelated = 1;
    private const int FirstClass = 2;

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp13);

    /// <summary>The project with a number of classes.</summary>
    public CSharpCompilation Compile(int classes)
    {
        IEnumerable<string> texts = [Head, UnrelatedText(0), .. Enumerable.Range(0, classes).Select(number => Class(number, HandlerEdit.None))];
        return CSharpCompilation.Create(
            "Handlers",
            texts.Select(static (text, i) => Parse(text, i)),
            [.. Net100.References.All, .. References],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The project after something was typed: in the file without handlers, or in the first class.</summary>
    public CSharpCompilation Edit(CSharpCompilation compilation, HandlerEdit edit, int turn)
    {
        int index = edit == HandlerEdit.Unrelated ? Unrelated : FirstClass;
        string text = edit == HandlerEdit.Unrelated ? UnrelatedText(turn) : Class(0, edit).Replace("$turn$", turn.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        SyntaxTree old = compilation.SyntaxTrees[index];
        return compilation.ReplaceSyntaxTree(old, Parse(text, index));
    }

    private static string UnrelatedText(int turn) => string.Create(CultureInfo.InvariantCulture, $"namespace Board {{ internal static class Unrelated {{ public static int Value() => {turn}; }} }}");

    private static SyntaxTree Parse(string text, int index) =>
        CSharpSyntaxTree.ParseText(text, s_options, string.Create(CultureInfo.InvariantCulture, $"/board/File{index}.cs"), Encoding.UTF8);
}
