using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Declarations;

namespace NotifierGen.Generator.Tests.Declarations;

/// <summary>The outline of a file changes with its declarations, and only with them.</summary>
public sealed class TreeOutlineTests
{
    private const string Source = """
        using Alias = System.Text.StringBuilder;
        class Nic : Device, IDisposable
        {
            private int _count = 1;
            public override string ToString() { return "nic"; }
            public int Count => _count;
            public int Speed { get { return 1; } set { _count = value; } }
        }
        """;

    [Theory]
    [InlineData("return \"nic\";", "int x = 1; return x + \"nic\";")]
    [InlineData("=> _count;", "=> _count + 1;")]
    [InlineData("_count = value;", "")]
    public void AnEditInABodyLeavesTheHash(string text, string edited) => Assert.Equal(Hash(Source), Hash(Replace(text, edited)));

    [Theory]
    [InlineData("int Count", "long Count")]
    [InlineData(": Device", ": Other")]
    [InlineData("override string", "new string")]
    [InlineData("_count = 1", "_count = 2")]
    public void AnEditOfADeclarationChangesIt(string text, string edited) => Assert.NotEqual(Hash(Source), Hash(Replace(text, edited)));

    [Fact]
    public void ItNamesTypesWithTheirBasesOverridesAndAliases()
    {
        TreeOutline outline = Outline(Source);

        TypeOutline type = Assert.Single(outline.Types);
        Assert.Equal("Nic", type.Name);
        Assert.Equal(["Device", "IDisposable"], type.Bases);
        Assert.Equal(["ToString"], outline.Overrides.Select(member => member.Name));
        Assert.Equal([("Alias", "StringBuilder")], outline.Aliases);
    }

    private static string Replace(string text, string edited)
    {
        Assert.Contains(text, Source, StringComparison.Ordinal);
        return Source.Replace(text, edited, StringComparison.Ordinal);
    }

    private static ulong Hash(string source) => Outline(source).Hash;

    private static TreeOutline Outline(string source) =>
        TreeOutline.Of(CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
