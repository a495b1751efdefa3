using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>A second run of a driver, after an edit.</summary>
internal sealed class IncrementalRun
{
    private readonly GeneratorRunResult _result;

    private IncrementalRun(GeneratorDriver driver)
    {
        Driver = driver;
        _result = driver.GetRunResult().Results.Single();
        Assert.Null(_result.Exception);
    }

    public GeneratorDriver Driver { get; }

    public static IncrementalRun Of(GeneratedProject first, Compilation edited) => new(first.Driver.RunGenerators(edited));

    /// <summary>Runs the driver again after the text of a file was replaced.</summary>
    public static IncrementalRun AfterEdit(GeneratedProject first, string find, string replacement)
    {
        SyntaxTree tree = first.Input.SyntaxTrees.Single(tree => tree.ToString().Contains(find, StringComparison.Ordinal));
        string text = tree.ToString().Replace(find, replacement, StringComparison.Ordinal);
        return Of(first, first.Input.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text))));
    }

    /// <summary>Nothing was computed anew that was not found equal at once, and no output was printed again.</summary>
    public void IsAllCached()
    {
        foreach (string name in Steps.All)
        {
            Assert.All(Reasons(name), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{name}: {reason}"));
        }

        Assert.Empty(PrintedAnew());
    }

    /// <summary>Why the objects of a step are there.</summary>
    public ImmutableArray<IncrementalStepRunReason> Reasons(string step) =>
        _result.TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? [.. steps.SelectMany(each => each.Outputs).Select(output => output.Reason)]
            : [];

    /// <summary>The number of outputs that were not taken from the cache. One output may be several files, or none.</summary>
    public ImmutableArray<IncrementalStepRunReason> PrintedAnew() =>
        [.. _result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(step => step.Outputs).Select(output => output.Reason).Where(reason => reason != IncrementalStepRunReason.Cached)];

    /// <summary>The names of the files whose text is another object than in the first run: they were printed again.</summary>
    public IReadOnlyList<string> Rewritten(GeneratedProject first)
    {
        Dictionary<string, object> before = first.Result.GeneratedSources.ToDictionary(source => source.HintName, source => (object)source.SourceText);
        return [.. _result.GeneratedSources
            .Where(source => !before.TryGetValue(source.HintName, out object? text) || !ReferenceEquals(text, source.SourceText))
            .Select(source => source.HintName)
            .Order(StringComparer.Ordinal)];
    }
}
