using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Declarations;

namespace NotifierGen.Generator.Tests.Declarations;

/// <summary>The fingerprint of a compilation stays over edits in bodies, and over nothing else.</summary>
public sealed class DeclarationFingerprintTests
{
    private const string Devices = "public sealed class Nic { private int _count; public void Reset() { _count++; } }";

    private const string Other = "class Board { Nic D = new Nic(); void Go() { D.Reset(); } }";

    private static readonly MetadataReference s_library = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);

    [Fact]
    public void ItStaysOverAnEditInABody() =>
        Assert.Equal(Fingerprint(Compile(Devices, Other)), Fingerprint(Compile(Devices.Replace("_count++;", "", StringComparison.Ordinal), Other)));

    [Fact]
    public void ItChangesWithAllElse()
    {
        CSharpCompilation compilation = Compile(Devices, Other);
        SyntaxTree first = compilation.SyntaxTrees[0];
        CSharpCompilation[] others =
        [
            compilation,
            Compile(Devices.Replace("sealed ", "", StringComparison.Ordinal), Other),
            Compile(Devices.Replace("{ _count++; }", ";", StringComparison.Ordinal), Other),
            Compile(Devices),
            compilation.RemoveAllReferences(),
            compilation.ReplaceReference(s_library, s_library.WithAliases(["library"])),
            compilation.WithAssemblyName("Other"),
            compilation.ReplaceSyntaxTree(first, first.WithFilePath("Renamed.cs")),
            compilation.ReplaceSyntaxTree(first, first.WithRootAndOptions(first.GetRoot(Cancellation), new CSharpParseOptions(preprocessorSymbols: ["DEBUG"]))),
        ];

        Assert.Equal(others.Length, others.Select(Fingerprint).Distinct().Count());
    }

    [Theory]
    [InlineData("abcdefgh", "abcdabcd")]
    [InlineData("abcd", "abcdd")]
    [InlineData("abcdefgz", "abczefgd")]
    public void NoCharacterIsLost(string one, string other) => Assert.NotEqual(Fingerprint(Compile($"class {one};")), Fingerprint(Compile($"class {other};")));

    [Fact]
    public void TextThatMovesOverABodyChangesIt() =>
        Assert.NotEqual(
            Fingerprint(Compile("class A { void M() { } int x; void N() { } }")),
            Fingerprint(Compile("class A { void M() { } void N() { } int x; }")));

    [Fact]
    public void ThatOfAProjectReferenceIsThatOfItsDeclarations()
    {
        ulong Of(string library) => Fingerprint(Compile(Other).AddReferences(Compile(library).ToMetadataReference()));

        Assert.Equal(Of(Devices), Of(Devices.Replace("_count++;", "", StringComparison.Ordinal)));
        Assert.NotEqual(Of(Devices), Of(Devices.Replace("sealed ", "", StringComparison.Ordinal)));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ulong Fingerprint(CSharpCompilation compilation) => DeclarationFingerprint.Of(compilation, Cancellation);

    private static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Machine",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, path: $"File{index}.cs", cancellationToken: Cancellation)),
        [s_library],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
