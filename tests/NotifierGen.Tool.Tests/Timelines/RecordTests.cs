using NotifierGen.Pages.Records;
using NotifierGen.Pages.Timelines;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Timelines;

public sealed class RecordTests
{
    [Fact]
    public void ARecordIsReadAsItWasWritten()
    {
        using TestFolder folder = new();
        string json = RecordJson.Write(Records.Failed);

        string file = folder.Write("migration.json", json);

        Assert.Equal(json, ToolRun.Of("timeline", file, "-f", "json").Succeeded().Output);
        Assert.Equal(TimelinePage.Write(Records.Failed), ToolRun.Of("timeline", file).Succeeded().Output);
    }

    [Fact]
    public void ThePageHasRoundsDowntimeHandlersBudgetsAndFaults()
    {
        string page = TimelinePage.Write(Records.Failed);

        Assert.Contains("<dt>outcome</dt><dd>failed</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>downtime</dt><dd>24 ms</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<h2>The downtime: 24 ms</h2>", page, StringComparison.Ordinal);
        Assert.Contains("round 2: 570 pages in 371 ms", page, StringComparison.Ordinal);
        Assert.Contains("<code>VirtioNet.PlugBack of virtio-net0</code> in Failed, before the VM starts took 16 ms, its budget is 500 µs", page, StringComparison.Ordinal);
        Assert.Contains("VfioDevice.Answer of vfio0</code> in Failed, before the VM starts: the firmware hangs", page, StringComparison.Ordinal);
        Assert.Equal(4, Records.Failed.Handlers.Length);

        // Each handler is a bar of its dispatch's drawing.
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(page, "<rect class=\"handler\""));
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(page, "<rect class=\"over\""));
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(page, "<line class=\"budget\""));
    }

    [Fact]
    public void ThePageHasPostcopyAsABarWithLegendAndWords()
    {
        string page = TimelinePage.Write(Records.BrokenPostcopy);
        Assert.Matches(@"\b1 round\b", page);
        Assert.DoesNotContain("1 rounds", page, StringComparison.Ordinal);

        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(page, "<rect class=\"postcopy\""));
        Assert.Contains("<title>the guest runs on the destination, its pages are fetched: 402 of 1,570 pages in 910 ms</title>", page, StringComparison.Ordinal);
        Assert.Contains("<i style=\"background:var(--postcopy)\"></i>postcopy: runs on the destination, its pages are fetched", page, StringComparison.Ordinal);
        Assert.Contains("Postcopy: for 910 ms the guest ran on the destination while its pages were fetched, 402 of 1,570 pages, 37 of them because it waited for them. The destination never said that it has everything.", page, StringComparison.Ordinal);
        Assert.Contains("<dt>postcopy</dt><dd>910 ms</dd>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("postcopy", System.Text.RegularExpressions.Regex.Replace(TimelinePage.Write(Records.Failed), "(?s)<style>.*</style>", ""), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void PostcopyIsReadAsItWasWrittenAndIsPartOfTheWhole()
    {
        string json = RecordJson.Write(Records.BrokenPostcopy);

        MigrationRecord read = RecordReader.Read(System.Text.Encoding.UTF8.GetBytes(json), "migration.json");

        Assert.Equal(Records.BrokenPostcopy.Postcopies[0], Assert.Single(read.Postcopies));
        Assert.Equal(3_784_000, RecordSpan.End(read, []));
    }

    [Fact]
    public void ARecordOfHandlersAloneTellsItsDispatches()
    {
        IReadOnlyList<DispatchGroup> groups = DispatchGroup.Of(Records.Failed);

        Assert.Equal([MigrationEvent.Setup, MigrationEvent.Failed, MigrationEvent.Failed], groups.Select(group => group.Dispatch.Event));
        Assert.Equal([1, 2, 1], groups.Select(group => group.Handlers.Length));
    }

    [Fact]
    public void NamesAreTextWhateverTheyLookLike()
    {
        const string Evil = "<script>alert(1)</script>";
        string page = TimelinePage.Write(new MigrationRecord
        {
            Title = Evil,
            Mode = Evil,
            Outcome = Evil,
            Failed = true,
            Pauses = [new RecordedPause(0, 100, PauseEnd.StaysStopped)],
            Handlers = [new RecordedHandler(Evil, Evil, MigrationEvent.Done, Phase.BeforeVmStart, 10, 5) { Device = Evil, Budget = 1, Fault = Evil }],
            Marks = [new RecordedMark(50, true, Evil)],
        });

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyRecordIsAPageToo() => Assert.Contains("none recorded", TimelinePage.Write(new MigrationRecord { Title = "" }), StringComparison.Ordinal);

    [Theory]
    [InlineData(2.5, "2.5 µs")]
    [InlineData(16_612, "16.6 ms")]
    [InlineData(3_567_000, "3.57 s")]
    [InlineData(0, "0 µs")]
    public void TimesHaveThreeDigitsThatMatter(double microseconds, string text) => Assert.Equal(text, TimeText.Of(microseconds));

    [Theory]
    [InlineData(0, 7.3)]
    [InlineData(100, 24_266)]
    [InlineData(5, 5)]
    [InlineData(0, 3_570_000)]
    public void AScaleHasAFewRoundTicks(double from, double to)
    {
        double[] ticks = [.. new TimeScale(from, to).Ticks()];

        Assert.InRange(ticks.Length, 2, 7);
        Assert.Equal(0, ticks[0]);
        Assert.True(ticks[^1] <= Math.Max(to - from, 1) * 1.001);
    }
}
