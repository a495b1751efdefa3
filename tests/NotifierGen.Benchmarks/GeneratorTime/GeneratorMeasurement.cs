using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotifierGen.Benchmarks.GeneratorTime;

/// <summary>What one run of a generator took.</summary>
/// <param name="Time">From the compilation to the generated texts.</param>
/// <param name="Allocated">Bytes.</param>
internal readonly record struct GeneratorMeasurement(TimeSpan Time, long Allocated)
{
    /// <summary>A first run, and one after each kind of edit; a driver runs on from each to the next, as in an editor.</summary>
    /// <param name="code">The kind of project.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="classes">How many classes it has, or references.</param>
    /// <param name="edits">What is typed.</param>
    /// <param name="turn">A number that makes the edits others than before.</param>
    public static Dictionary<string, GeneratorMeasurement> Of(HandlerCodeBase code, CSharpCompilation compilation, int classes, IEnumerable<HandlerEdit> edits, int turn)
    {
        var measured = new Dictionary<string, GeneratorMeasurement>();

        // What the compiler would have bound anyway.
        _ = compilation.GetDiagnostics();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([code.Generator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
        Measure("cold");
        Measure("no edit");
        foreach (HandlerEdit edit in edits)
        {
            compilation = code.Edit(compilation, edit, turn);
            Measure(edit.ToString().ToLowerInvariant());
        }

        Check(code, driver, classes);
        return measured;

        void Measure(string what)
        {
            GC.Collect();
            long before = GC.GetTotalAllocatedBytes(precise: true);
            var watch = Stopwatch.StartNew();
            driver = driver.RunGenerators(compilation);
            TimeSpan time = watch.Elapsed;
            measured.Add(what, new GeneratorMeasurement(time, GC.GetTotalAllocatedBytes(precise: true) - before));
        }
    }

    // A generator that writes nothing is fast.
    private static void Check(HandlerCodeBase code, GeneratorDriver driver, int classes)
    {
        string text = string.Concat(driver.GetRunResult().GeneratedTrees.Select(static tree => tree.ToString()));
        for (int number = 0; number < classes; number++)
        {
            if (!text.Contains("Device" + number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{code.Name} wrote nothing for class {number}: {string.Join(", ", driver.GetRunResult().Diagnostics.Take(3))}");
            }
        }
    }
}
