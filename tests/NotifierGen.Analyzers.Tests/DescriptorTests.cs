using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Handlers;
using NotifierGen.CodeFixes;

namespace NotifierGen.Analyzers.Tests;

/// <summary>What every rule has: a page, a help link, a line of release tracking, an analyzer; and what the assemblies may reference.</summary>
public sealed class DescriptorTests
{
    public static TheoryData<string> Rules() => [.. Descriptors.All.Select(rule => rule.Id)];

    [Fact]
    public void TheTableHoldsEveryDescriptorInOrder()
    {
        IEnumerable<DiagnosticDescriptor> fields = typeof(Descriptors)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>();

        Assert.Equal(fields.Select(rule => rule.Id).Order(StringComparer.Ordinal), Descriptors.All.Select(rule => rule.Id));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void ARuleHasAPageWithItsTitleAndSeverity(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Of(id);
        string page = File.ReadAllText(Repository.PathOf("analyzers", "docs", id + ".md"));

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| {rule.DefaultSeverity} | {(FixableRules().Contains(id) ? "yes" : "no")} |", page, StringComparison.Ordinal);
        Assert.All(
            (string[])["## Cause", "## Why", "## Example", "## How to mend it", "## How to suppress or configure it"],
            heading => Assert.Contains("\n" + heading + "\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void TheIndexListsARule(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Of(id);
        string index = File.ReadAllText(Repository.PathOf("analyzers", "docs", "README.md"));

        Assert.Contains(
            $"| [{id}]({id}.md) | {rule.Title} | {rule.DefaultSeverity} | {(FixableRules().Contains(id) ? "yes" : "no")} |",
            index,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void TheHelpLinkLeadsToThePage(string id) => Assert.Equal(
        $"https://github.com/notifiergen/notifiergen/blob/main/analyzers/docs/{id}.md",
        Descriptors.Of(id).HelpLinkUri);

    [Theory]
    [MemberData(nameof(Rules))]
    public void ReleaseTrackingHasALine(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Of(id);
        string releases = string.Concat(
            Directory.EnumerateFiles(Repository.PathOf("analyzers", "NotifierGen.Analyzers"), "AnalyzerReleases.*.md").Select(File.ReadAllText));

        string severity = rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";
        Assert.Contains($"\n{id} | {rule.Category} | {severity} | {rule.Title}", releases, StringComparison.Ordinal);
    }

    [Fact]
    public void EachRuleIsReportedByExactlyOneAnalyzerAndNoneOnlyAtTheEnd()
    {
        IEnumerable<DiagnosticDescriptor> reported = Instances<DiagnosticAnalyzer>(typeof(HandlerAnalyzer).Assembly)
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .ToArray();

        Assert.Equal(Descriptors.All.Select(rule => rule.Id), reported.Select(rule => rule.Id).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(reported, rule => rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd));
    }

    [Fact]
    public void EveryCodeFixCanFixAll() =>
        Assert.All(Instances<CodeFixProvider>(typeof(DocumentCodeFix).Assembly), fix => Assert.NotNull(fix.GetFixAllProvider()));

    [Fact]
    public void TheRulesThatAreToHaveACodeFixHaveOne() =>
        Assert.Equal(["NG0001", "NG0002", "NG0003", "NG0005", "NG0009", "NG0010", "NG0012", "NG1001", "NG1002", "NG1004", "NG1005", "NG1006", "NG1009", "NG1011", "NG1012"], FixableRules().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(typeof(HandlerAnalyzer))]
    [InlineData(typeof(DocumentCodeFix))]
    [InlineData(typeof(Generator.NotifierGenerator))]
    public void TheAssemblyLoadsIntoTheOldestCompilerSupported(Type type)
    {
        foreach (AssemblyName reference in type.Assembly.GetReferencedAssemblies())
        {
            if (reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            {
                Assert.Equal(new Version(4, 8, 0, 0), reference.Version);
            }
            else if (reference.Name.StartsWith("System.Composition", StringComparison.Ordinal))
            {
                Assert.True(reference.Version <= new Version(7, 0, 0, 0), $"{reference} may not load in an older IDE.");
            }
            else if (!reference.Name.StartsWith("NotifierGen.", StringComparison.Ordinal))
            {
                // What Roslyn 4.8 itself needs, and not newer than it does.
                Assert.Contains(reference.Name, (string[])["netstandard", "System.Collections.Immutable", "System.Memory"]);
                Assert.True(reference.Version <= new Version(7, 0, 0, 0), $"{reference} is newer than what Roslyn 4.8 brings.");
            }
        }
    }

    private static IEnumerable<string> FixableRules() =>
        Instances<CodeFixProvider>(typeof(DocumentCodeFix).Assembly).SelectMany(fix => fix.FixableDiagnosticIds).Distinct();

    private static IEnumerable<T> Instances<T>(Assembly assembly) => assembly
        .GetTypes()
        .Where(type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract)
        .Select(type => (T)Activator.CreateInstance(type)!);
}
