using System.Text.RegularExpressions;

namespace NotifierGen.Analyzers.Tests.Client;

/// <summary>The sample Misuse, built by the SDK: each warning stands where a comment of the source says, and there is no other.</summary>
public sealed partial class MisuseTests
{
    [Theory]
    [InlineData("Rules")]
    [InlineData("Application")]
    [InlineData("TableFile")]
    [InlineData("Namesake")]
    public async Task TheBuildShowsEachMistakeAtItsLineAndNothingElse(string project)
    {
        using ClientFolder folder = ClientFolder.Create();
        folder.Copy(Repository.PathOf("samples", "Misuse"), "Misuse");

        string output = await folder.DotnetAsync("build", System.IO.Path.Combine("Misuse", project), "-nologo", "-v", "quiet");

        Assert.Equal(Expected(Repository.PathOf("samples", "Misuse", project)), Reported(output));
    }

    [Fact]
    public void EveryRuleHasItsFile()
    {
        IEnumerable<string> files = Directory
            .EnumerateFiles(Repository.PathOf("samples", "Misuse"), "*", SearchOption.AllDirectories)
            .Select(file => ExampleName().Match(System.IO.Path.GetFileName(file)))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value);

        Assert.Equal(Descriptors.All.Select(rule => rule.Id), files.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Expected(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => ExampleName().IsMatch(System.IO.Path.GetFileName(file)))
        .SelectMany(file => File.ReadAllLines(file).Select((line, index) => (File: System.IO.Path.GetFileName(file), Line: index + 1, Rule: Marker().Match(line))))
        .Where(line => line.Rule.Success)
        .Select(line => $"{line.File}({line.Line}): {line.Rule.Groups[1].Value}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Reported(string output) => Warning()
        .Matches(output)
        .Select(match => $"{match.Groups[1].Value}({match.Groups[2].Value}): {match.Groups[3].Value}")
        .Distinct()
        .Order(StringComparer.Ordinal);

    // A rule's example, in C# or as a file of facts.
    [GeneratedRegex(@"^(?:VmEffects\.)?(NG\d{4})\.(?:cs|txt)$")]
    private static partial Regex ExampleName();

    [GeneratedRegex(@"(?://|#) (NG\d{4})$")]
    private static partial Regex Marker();

    // Any warning or error at all, with a place or without.
    [GeneratedRegex(@"^\s*(?:.*[/\\])?([^/\\(\n]*?)(?:\((\d+),\d+\))?\s*: (?:warning|error) (\w+):", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
