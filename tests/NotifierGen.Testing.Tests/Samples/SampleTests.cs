namespace NotifierGen.Testing.Tests.Samples;

/// <summary>The sample devices hold their invariants and the library its promises, on every path and whatever goes wrong on it.</summary>
public class SampleTests(ITestOutputHelper output)
{
    [Fact]
    public void TheBoardHoldsOnEveryPath()
    {
        ExplorationReport report = SampleMachine.Explore().Run(cancellation: TestContext.Current.CancellationToken);

        output.WriteLine(report.ToString());

        // The new image of a process finds its memory file once: it cannot be begun a second time.
        Assert.Equal(["cpr-exec/incoming/fails, then arrives"], report.NotTaken);
        Assert.Equal(MigrationPaths.All.Count - 1, report.Paths);
    }

    [Fact]
    public void ThePassedThroughDevicesRefuseTheRebootOfAGuestThatIsAwake()
    {
        ExplorationReport report = SampleMachine.ExploreAwake().Run(cancellation: TestContext.Current.CancellationToken);

        // Refused by a device of the board on every path, wherever the path itself would have led.
        Assert.Equal(MigrationPaths.All.Count(static path => path is { Mode: MigrationMode.CprReboot, IsIncoming: false, IsRefused: false }), report.NotTaken.Count);
    }
}
