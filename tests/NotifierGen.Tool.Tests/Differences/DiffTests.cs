using NotifierGen.Tool.Differences;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Differences;

public sealed class DiffTests
{
    private const string Old =
        """
        public class Nic { [OnMigrationEvent(Setup)] public void Unplug() { } [OnMigrationEvent(Failed)] public void PlugBack() { } }
        public class Spice { [OnMigrationEvent(Done)] public void Release() { } }
        public class Timer { [OnMigrationEvent(Done)] public void Stop() { } }
        public class Vdpa { [OnMigrationEvent(Done)] public void Shadow() { } }
        """;

    [Fact]
    public void EqualTablesAreEqual()
    {
        ToolRun run = Diff(Old, Old + "public class Idle;", "--exit-code").Succeeded();

        Assert.Equal("The tables are equal.\n", run.Output);
    }

    [Fact]
    public void AHandlerThatIsNew() => Assert.Equal(
        "Spice\n  + gained Keep for Failed, after the VM started (Normal)\n1 gained.\n",
        Diff(Old, Old.Replace("public class Spice {", "public class Spice { [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void Keep() { }", StringComparison.Ordinal)).Succeeded().Output);

    [Fact]
    public void AHandlerThatIsGone() => Assert.Equal(
        "Nic\n  - lost PlugBack for Failed, before the VM starts (Normal)\n1 lost.\n",
        Diff(Old, Old.Replace("[OnMigrationEvent(Failed)]", "", StringComparison.Ordinal)).Succeeded().Output);

    [Fact]
    public void AHandlerThatRunsElsewhere()
    {
        string moved = Old.Replace("public class Vdpa { [OnMigrationEvent(Done)]", "public class Vdpa { [OnMigrationEvent(Done, Before = new[] { typeof(Spice) })]", StringComparison.Ordinal);

        Assert.Equal("Spice\n  > moved Release for Done: it runs behind Vdpa.Shadow now (place 1 became 3)\n1 moved.\n", Diff(Old, moved).Succeeded().Output);
    }

    [Fact]
    public void AHandlerThatIsDeclaredInAnotherWay()
    {
        string changed = Old.Replace("[OnMigrationEvent(Failed)]", "[OnMigrationEvent(Failed, Modes = MigrationMode.CprExec, BudgetMicroseconds = 50, RequiresStoppedVm = true)]", StringComparison.Ordinal);

        Assert.Contains("~ changed PlugBack for Failed, before the VM starts: modes: Normal became CprExec; budget: 0 us became 50 us; requires a stopped VM: no became yes", Diff(Old, changed).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheExitCodeTellsOfAChangeWhereItIsAskedTo()
    {
        string changed = Old.Replace("[OnMigrationEvent(Failed)]", "", StringComparison.Ordinal);

        Assert.Equal((int)ExitCode.Different, Diff(Old, changed, "--exit-code").Code);
        Assert.Equal((int)ExitCode.Success, Diff(Old, changed).Code);
    }

    [Fact]
    public void MarkdownAndJsonHaveTheSameChanges()
    {
        string changed = Old.Replace("[OnMigrationEvent(Failed)]", "", StringComparison.Ordinal);

        Assert.Contains("| Nic | PlugBack | Failed | BeforeVmStart | lost |\n", Diff(Old, changed, "-f", "markdown").Succeeded().Output, StringComparison.Ordinal);
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(Diff(Old, changed, "-f", "json").Succeeded().Output);
        Assert.Equal("lost", json.RootElement[0].GetProperty("change").GetString());
    }

    [Fact]
    public void WhatStayedIsAsMuchAsPossible()
    {
        Random random = new(1);
        for (int i = 0; i < 300; i++)
        {
            int[] numbers = [.. Enumerable.Range(0, random.Next(9)).OrderBy(_ => random.Next())];

            bool[] stayed = IncreasingRun.Longest(numbers);

            int[] run = [.. numbers.Where((_, index) => stayed[index])];
            Assert.Equal(run.Order(), run);
            int longest = Enumerable.Range(0, 1 << numbers.Length)
                .Select(set => numbers.Where((_, index) => (set >> index & 1) == 1).ToArray())
                .Where(each => each.Zip(each.Skip(1)).All(pair => pair.First < pair.Second))
                .Max(each => each.Length);
            Assert.Equal(longest, run.Length);
        }
    }

    private static ToolRun Diff(string old, string current, params string[] options)
    {
        using TestFolder before = new();
        using TestFolder after = new();
        return ToolRun.Of(["diff", GeneratedAssembly.Compile("Lib", old).WriteTo(before), GeneratedAssembly.Compile("Lib", current).WriteTo(after), .. options]);
    }
}
