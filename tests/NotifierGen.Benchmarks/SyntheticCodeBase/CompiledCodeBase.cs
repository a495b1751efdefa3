using System.Collections.Immutable;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Benchmarks.SyntheticCodeBase;

/// <summary>Makes compilations of a code base.</summary>
internal sealed class CompiledCodeBase(CodeBase code)
{
    // As in every SDK project: a library for .NET 8 in one for .NET 10.
    private static readonly ImmutableDictionary<string, ReportDiagnostic> s_unificationIsFine =
        ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("CS1701", ReportDiagnostic.Suppress).Add("CS1702", ReportDiagnostic.Suppress);

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private static readonly MetadataReference[] s_references =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(OnMigrationEventAttribute).Assembly.Location)];

    private readonly SourceText[] _texts = [.. code.Files.Select(file => SourceText.From(file.Text, Encoding.UTF8))];

    /// <summary>A compilation of new syntax trees, so that nothing that anyone remembers about trees or compilations is of use.</summary>
    public CSharpCompilation Compile()
    {
        SyntaxTree[] trees = new SyntaxTree[_texts.Length];
        Parallel.For(0, trees.Length, i => trees[i] = CSharpSyntaxTree.ParseText(_texts[i], s_options, code.Files[i].Path));
        return CSharpCompilation.Create(
            "Synthetic",
            trees,
            s_references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: s_unificationIsFine));
    }
}
