using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Analyzers.Effects.Declarations;

namespace NotifierGen.Analyzers.Tests.Effects.Declarations;

/// <summary>The words of a file: no use of a name may be overlooked; a word that is none may only cost time.</summary>
public sealed class TreeWordsTests
{
    [Theory]
    [InlineData("class C { int _first; }", "_first")]
    [InlineData("class C { int @event; }", "event")]
    [InlineData("class C { int größe; }", "größe")]
    [InlineData("class C { int a1,b2; }", "b2")]
    [InlineData("first", "first")]
    public void FindsWhatIsThere(string text, string word) => Assert.True(Contains(text, word));

    [Theory]
    [InlineData("class C { int _first; }", "first")]
    [InlineData("class C { int first; }", "firs")]
    [InlineData("class C { int first; }", "irst")]
    [InlineData("", "first")]
    public void DoesNotFindWhatIsNot(string text, string word) => Assert.False(Contains(text, word));

    // The text is read in pieces; a word may lie on the edge of one.
    [Fact]
    public void FindsWordsAcrossPieces()
    {
        for (int before = 16 * 1024 - 8; before < (16 * 1024) + 2; before++)
        {
            Assert.True(Contains(new string(' ', before) + "border;", "border"), $"{before} characters before it");
        }
    }

    private static bool Contains(string text, string word) =>
        TreeWords.Of(CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken).MayContain(word);
}
