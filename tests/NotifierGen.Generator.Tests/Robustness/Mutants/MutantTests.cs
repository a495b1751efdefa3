using System.Globalization;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Robustness.Mutants;

/// <summary>Whatever is done to sample devices and random machines: nothing throws, and what has no error compiles without a new warning.</summary>
public class MutantTests
{
    private const int Machines = 12;

    [Fact]
    public async Task NoMutantBreaksTheGeneratorOrAnAnalyzer()
    {
        ulong seed = FuzzOptions.Seed;
        Subject[] subjects = [.. Subjects.Samples(), .. Subjects.Machines(seed, Machines)];
        var run = new MutantRun();
        var failures = new List<string>();
        for (int number = 0; number < FuzzOptions.Mutants; number++)
        {
            Mutant mutant = Mutant.Create(seed, number, subjects);
            if (await run.FindMistake(mutant) is { } mistake)
            {
                failures.Add(mistake + "\n" + mutant.Describe(seed));
            }
        }

        Assert.True(failures.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{failures.Count} failures, the first ones:\n{string.Join("\n\n", failures.Take(FuzzOptions.Findings))}"));
        Assert.InRange(run.WithoutErrors, FuzzOptions.Mutants / 100, FuzzOptions.Mutants);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{FuzzOptions.Mutants} mutants of {subjects.Length} projects, {run.WithoutErrors} of them without errors."));
    }
}
