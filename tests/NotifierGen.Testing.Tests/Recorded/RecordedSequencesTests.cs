using NotifierGen.Testing.Tests.Machines;

namespace NotifierGen.Testing.Tests.Recorded;

public class RecordedSequencesTests
{
    private const string File = "switch-sequences.json";

    private static readonly MigrationExploration<SwitchMachine> s_exploration = SwitchMachine.Explore().Taking(static path => path.QemuRows.Count > 0);

    [Fact]
    public void OurSequencesAreTheRecordedOnes()
    {
        RecordedSequences recorded = RecordedSequences.Of(
            MigrationPaths.All.Where(static path => path.QemuRows.Count > 0).Select(static path => OurSequence.Transcript(path.Name)));
        if (Environment.GetEnvironmentVariable("NOTIFIERGEN_UPDATE_SNAPSHOTS") == "1")
        {
            System.IO.File.WriteAllText(QemuFacts.PathOf(File), recorded.ToJson());
        }

        string committed = QemuFacts.Read(File).ReplaceLineEndings("\n");
        Assert.Equal(committed, recorded.ToJson());

        // And as an author checks it.
        s_exploration.Check(RecordedSequences.Parse(committed));
    }

    [Fact]
    public void WhatIsWrittenCanBeRead()
    {
        RecordedSequences recorded = s_exploration.Record();

        RecordedSequences read = RecordedSequences.Parse(recorded.ToJson());

        Assert.Equal(recorded.ToJson(), read.ToJson());
        Assert.Equal(recorded.Scenarios.Count, read.Scenarios.Count);
        Assert.All(recorded.Scenarios.Zip(read.Scenarios), static pair =>
        {
            Assert.Equal(pair.First.Sequences[0].Steps, pair.Second.Sequences[0].Steps);
            Assert.Equal(MigrationPaths.Named(pair.First.Name).Sequence, pair.Second.Sequences[0].ToSequence());
        });
    }

    [Fact]
    public void AnotherSequenceThanTheRecordedOneIsFound()
    {
        RecordedSequences recorded = s_exploration.Record();
        MigrationExploration<SwitchMachine> grown = MigrationExplorer.For(static () => new SwitchMachine(switches: 3));

        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => grown.Check(recorded));

        Assert.Equal("The machine does what was recorded", violation.Promise);
        Assert.StartsWith("The machine does what was recorded: recorded was \"host: Fail(Error)\", and now comes \"Setup (guest runs):", violation.Message, StringComparison.Ordinal);
        Assert.Contains(" >   4 ", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherEndThanTheRecordedOneIsFound()
    {
        RecordedSequence recorded = new("NotifierGen", [], "running");

        Assert.Null(RecordedDifference.Between(recorded, recorded));
        Assert.Equal(-1, RecordedDifference.Between(recorded, recorded with { FinalRunState = "stopped" })?.Step);
        Assert.Equal(-1, RecordedDifference.Between(recorded with { Steps = [new RecordedStep("x")] }, recorded)?.Step);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"a": {"b": {}}}""")]
    [InlineData("""{"a": {"b": {"steps": [{"x": 1}]}}}""")]
    [InlineData("""{"a": {"b": {"steps": [{"notify": "SETUPS"}]}}}""")]
    [InlineData("""{"a": {"b": {"steps": [1]}}}""")]
    public void WhatIsNoRecordingIsTold(string json) => Assert.Throws<FormatException>(() => RecordedSequences.Parse(json));

    [Fact]
    public void QemusNamesOfEventsAreUnderstood()
    {
        RecordedSequences read = RecordedSequences.Parse("""{"a": {"11.1.3": {"steps": ["st:active", {"notify": "POSTCOPY_START"}, "VM-STOP", {"notify": "DONE", "runState": "running"}], "finalRunState": "running"}}}""");

        Assert.Equal("P stop D(n)", read.Scenarios.Single().In("11.1.3")!.ToSequence());
    }
}
