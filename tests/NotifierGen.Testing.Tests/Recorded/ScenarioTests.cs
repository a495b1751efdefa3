namespace NotifierGen.Testing.Tests.Recorded;

/// <summary>Every sequence that was recorded on QEMU beside ours.</summary>
public class ScenarioTests(ITestOutputHelper output)
{
    public static TheoryData<string> Scenarios => [.. QemuFacts.Recorded.Scenarios.Select(static scenario => scenario.Name)];

    public static TheoryData<int> Rows => [.. QemuFacts.Paths.Select(static path => path.Row)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void EachScenarioIsReplayed(string name)
    {
        RecordedScenario scenario = QemuFacts.Recorded.Scenarios.Single(scenario => scenario.Name == name);
        QemuPath path = QemuFacts.Paths.Single(path => path.Scenarios?.Contains(name) == true);

        foreach (RecordedSequence sequence in scenario.Sequences)
        {
            output.WriteLine($"QEMU {sequence.Version,-14} {sequence.ToSequence()}; finally {sequence.FinalRunState}");
        }

        foreach ((string ours, string promised) in path.NotifierGen)
        {
            Transcript transcript = OurSequence.Transcript(ours);
            output.WriteLine($"NotifierGen        {transcript.ToSequence()}; finally {(transcript.GuestRuns ? "running" : "stopped")}   ({ours})");
            Assert.Equal(promised, transcript.ToSequence());
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void EachRowOfTheTableHasItsSequence(int row)
    {
        QemuPath path = QemuFacts.Paths.Single(path => path.Row == row);

        Assert.Equal(MigrationPaths.OfQemuRow(row).Select(static ours => ours.Name).Order(), path.NotifierGen.Keys.Order());
        Assert.All(path.NotifierGen, static ours => Assert.Equal(ours.Value, OurSequence.On(ours.Key)));
        Assert.All(path.NotifierGen, static ours => Assert.Equal(ours.Value, MigrationPaths.Named(ours.Key).Sequence));
    }

    [Fact]
    public void AllRowsAndScenariosAreThere()
    {
        Assert.Equal(Enumerable.Range(1, 33), QemuFacts.Paths.Select(static path => path.Row));
        Assert.Equal(QemuFacts.Recorded.Scenarios.Select(static scenario => scenario.Name).Order(), QemuFacts.Paths.SelectMany(static path => path.Scenarios ?? []).Order());
    }

    /// <summary>What the change was made for, and what it lost, as QEMU itself was recorded.</summary>
    [Theory]
    [InlineData("d-dst-killed-in-pre-switchover", "S stop run F(n)", "S stop F run")]
    [InlineData("e-setup-connection-refused", "F(n)", "")]
    [InlineData("n-setup-veto", "S F(n)", "S")]
    [InlineData("o-block-reactivation-fails", "S stop F", "S stop")]
    [InlineData("g-background-snapshot-failure", "S stop run F(n)", "S stop run")]
    [InlineData("k-postcopy-start-failure", "S stop F run F(n)", "S stop F F run")]
    [InlineData("i-cpr-exec-execvp-fails", "S stop D F run", "S stop D F run")]
    public void TheRecordingsAreReadAsTheyWereWritten(string name, string before, string after)
    {
        RecordedScenario scenario = QemuFacts.Recorded.Scenarios.Single(scenario => scenario.Name == name);

        Assert.Equal(before, scenario.In(QemuFacts.VersionBefore)!.ToSequence());
        Assert.Equal(after, scenario.In(QemuFacts.VersionAfter)!.ToSequence());
    }

    /// <summary>Where the guest ran or stood still at the end of a recording, it does so with us; but for what the table says is otherwise.</summary>
    [Fact]
    public void TheGuestEndsWhereQemusDid()
    {
        // A guest that is taken back runs again; one whose end was a race ran or not.
        int[] otherwise = [13, 14];
        foreach (QemuPath path in QemuFacts.Paths.Where(path => path.Scenarios is not null && !otherwise.Contains(path.Row)))
        {
            string[] ends = [.. path.Scenarios!.Select(static name => QemuFacts.Recorded.Scenarios.Single(scenario => scenario.Name == name).In(QemuFacts.VersionAfter)!.FinalRunState)];
            bool[] ours = [.. path.NotifierGen.Keys.Select(static name => OurSequence.Transcript(name).GuestRuns)];
            Assert.Equal(ends.Select(static end => end == "running").Distinct().Order(), ours.Distinct().Order());
        }
    }

    [Fact]
    public void ADeviceThatRequiresAStoppedVmStopsItForFailed() => Assert.Equal(
        "S stop F run f",
        MigrationExplorer.For(static () =>
        {
            Machines.SwitchMachine machine = new();
            machine.Notifiers.Register(new Machines.Pump());
            return machine;
        }).Replay("normal/running/fails while iterating").ToSequence());
}
