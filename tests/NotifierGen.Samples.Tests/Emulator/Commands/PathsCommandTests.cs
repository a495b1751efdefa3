using System.Text.RegularExpressions;
using Emulator.Commands;
using Emulator.Paths;

namespace NotifierGen.Samples.Tests.Emulator.Commands;

[Collection(HeavyTests.Name)]
public sealed partial class PathsCommandTests
{
    [Fact]
    public void EveryPathIsTakenForRealAndGoesAsItMust()
    {
        using var emulator = new EmulatorProcess(TimeSpan.FromMinutes(5), "paths");
        Assert.True(emulator.WaitForEnd() == 0, emulator.Output + string.Join('\n', emulator.Errors));

        string[] lines = [.. emulator.Output.Split('\n').Where(static line => Row().IsMatch(line))];
        Assert.Equal(EmulatedPaths.All.Count, lines.Length);
        foreach ((string line, EmulatedPath path) in lines.Zip(EmulatedPaths.All))
        {
            Assert.Matches($@"^ *{path.Row}  {Regex.Escape(path.Name)} ", line);
            string sequence = path.Expected.Length == 0 ? "nothing" : path.Expected;
            Assert.Matches($@" {Regex.Escape(sequence)}  +{Regex.Escape(sequence)}  ", line);
        }

        Assert.Contains($"{EmulatedPaths.All.Count} paths taken in ", emulator.Output, StringComparison.Ordinal);
        Assert.Contains(", 0 deviate", emulator.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DEVIATES", emulator.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void APathThatDoesNotGoAsExpectedMakesTheExitCodeOne()
    {
        // A refused connection that somebody takes for a success: the guest is not where it would have to be either.
        EmulatedPath refused = EmulatedPaths.All.First(static path => path.Row == 3) with { Model = "normal/running/succeeds", Fate = GuestFate.RunsThere };

        Assert.Equal(1, new PathsShow([refused]).Run(CancellationToken.None));
    }

    [Fact]
    public void OnlyThePathsThatAreNamedAreTaken()
    {
        using var emulator = new EmulatorProcess("paths", "--only", "3,device refuses");
        Assert.Equal(0, emulator.WaitForEnd());

        Assert.Equal(["3", "4"], emulator.Output.Split('\n').Where(static line => Row().IsMatch(line)).Select(static line => Row().Match(line).Groups[1].Value));
    }

    [Fact]
    public void TheListNamesEveryRowOfTheTable()
    {
        using var emulator = new EmulatorProcess("paths", "--list");
        Assert.Equal(0, emulator.WaitForEnd());

        int[] rows = [.. emulator.Output.Split('\n').Where(static line => Row().IsMatch(line)).Select(static line => int.Parse(Row().Match(line).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct()];
        Assert.Equal(Enumerable.Range(1, 33), rows);
    }

    [Fact]
    public void APathThatDoesNotExistIsOneLine()
    {
        using var emulator = new EmulatorProcess("paths", "--only", "34");

        Assert.Equal(1, emulator.WaitForEnd());
        Assert.Contains("there is no such path", Assert.Single(emulator.Errors), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^ *(\d+)  ")]
    private static partial Regex Row();
}
