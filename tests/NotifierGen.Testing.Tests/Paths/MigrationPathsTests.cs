namespace NotifierGen.Testing.Tests.Paths;

public class MigrationPathsTests
{
    [Fact]
    public void NamesAreUnique() => Assert.Equal(MigrationPaths.All.Count, MigrationPaths.All.Select(static path => path.Name).Distinct().Count());

    [Fact]
    public void NamesAreStable() => Assert.All(MigrationPaths.All, static path => Assert.Same(path, MigrationPaths.Named(path.Name)));

    [Fact]
    public void EachNameIsOneCaseOfATheory() => Assert.Equal(MigrationPaths.All.Select(static path => path.Name), MigrationPaths.TheoryData().Select(static row => (string)row.Single()));

    [Fact]
    public void EveryRowOfQemusTableIsCovered() => Assert.All(Enumerable.Range(1, 33), static row => Assert.NotEmpty(MigrationPaths.OfQemuRow(row)));

    [Fact]
    public void RowsThatAreNoneAreTold()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MigrationPaths.OfQemuRow(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => MigrationPaths.OfQemuRow(34));
    }

    [Theory]
    [InlineData(MigrationMode.Normal)]
    [InlineData(MigrationMode.BackgroundSnapshot)]
    [InlineData(MigrationMode.CprReboot)]
    [InlineData(MigrationMode.CprTransfer)]
    [InlineData(MigrationMode.CprExec)]
    public void EveryModeIsTakenWithTheGuestRunningAndPaused(MigrationMode mode)
    {
        MigrationPath[] paths = [.. MigrationPaths.All.Where(path => path.Mode == mode && !path.IsIncoming && path.Steps.Count > 0)];

        foreach (bool runs in new[] { true, false })
        {
            MigrationPath[] ofGuest = [.. paths.Where(path => path.GuestRuns == runs)];
            Assert.Contains(ofGuest, static path => path.IsRefused);
            foreach (HostCall end in new[] { HostCall.Fail, HostCall.Abandon })
            {
                Assert.Contains(ofGuest, path => path.Steps is [{ Call: HostCall.Begin }, var last] && last.Call == end);
                Assert.Contains(ofGuest, path => path.Steps is [.., { Call: HostCall.Iterate }, var last] && last.Call == end);
                Assert.Contains(ofGuest, path => path.Steps is [.., { Call: HostCall.StopVm }, var last] && last.Call == end);
                Assert.Contains(ofGuest, path => path.Steps is [.., { Call: HostCall.Save }, var last] && last.Call == end);
            }

            Assert.Contains(ofGuest, static path => path.Steps[^1].Call == HostCall.Complete);
            Assert.Contains(ofGuest, static path => path.Steps[^1].Call == HostCall.Reclaim);
        }

        Assert.Contains(paths, static path => path.Steps.Any(static step => step is { Call: HostCall.Fail, VmThrows: true }) && path.Sequence.Contains(" F run! f", StringComparison.Ordinal));
        Assert.Contains(paths, static path => path.Steps is [.., { Call: HostCall.Fail, VmThrows: true }] && path.Sequence == "S F(n) f");
    }

    [Fact]
    public void TheDestinationIsThere()
    {
        MigrationPath[] paths = [.. MigrationPaths.All.Where(static path => path.IsIncoming)];

        Assert.All(paths, static path => Assert.False(path.GuestRuns));
        foreach (HostCall end in new[] { HostCall.IncomingComplete, HostCall.IncomingCompletePaused, HostCall.IncomingFail, HostCall.IncomingAbandon })
        {
            Assert.Contains(paths, path => path.Steps[^1].Call == end);
        }
    }

    /// <summary>FAILED exactly once, before the VM starts, never with Done: read off the data, without running anything.</summary>
    [Fact]
    public void NoSequenceBreaksThePromisesOfTheDesign() => Assert.All(MigrationPaths.All, static path =>
    {
        foreach (string session in path.Sequence.Split("S ").Skip(1))
        {
            string[] moments = session.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int failed = Array.FindIndex(moments, static moment => moment is "F" or "F(n)");
            int done = Array.FindIndex(moments, static moment => moment is "D" or "D(n)");
            if (!path.IsIncoming)
            {
                Assert.True(failed < 0 ^ done < 0, path.Name);
                Assert.Equal(1, moments.Count(static moment => moment is "F" or "F(n)" or "D" or "D(n)"));
            }

            if (failed >= 0)
            {
                int start = Array.LastIndexOf(moments, "run", failed);
                Assert.True(start < 0 || moments[failed] == "F(n)" || Array.IndexOf(moments, "stop", start) >= 0, path.Name);
            }

            Assert.True(Array.IndexOf(moments, "P") < 0 || Array.IndexOf(moments, "run", Array.IndexOf(moments, "P")) < 0, path.Name);
        }
    });
}
