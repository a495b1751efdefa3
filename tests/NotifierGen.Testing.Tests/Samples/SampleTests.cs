namespace NotifierGen.Testing.Tests.Samples;

/// <summary>The sample devices hold their invariants and the library its promises, on every path and whatever goes wrong on it.</summary>
public class SampleTests(ITestOutputHelper output)
{
    public static IEnumerable<object[]> Paths => MigrationPaths.TheoryData;

    [Theory]
    [MemberData(nameof(Paths))]
    public void TheBoardHoldsOn(string path)
    {
        ExplorationReport report = SampleMachine.Explore().RunPath(path, TestContext.Current.CancellationToken);

        output.WriteLine(report.ToString());
    }
}
