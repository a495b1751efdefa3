using Emulator.Paths;

namespace NotifierGen.Samples.Tests.Emulator.Paths;

public sealed class PathResultTests
{
    private static readonly EmulatedPath s_path = EmulatedPaths.All.First(static path => path.Row == 9);

    private static PathResult AsPromised => new(s_path, "S stop F run f", MigrationFailureKind.Error, GuestFate.RunsHere, TimeSpan.FromMilliseconds(1));

    [Fact]
    public void WhatIsAsPromisedDoesNotDeviate() => Assert.False(AsPromised.Deviates);

    [Fact]
    public void FailedBehindTheStartDeviates() => Assert.True((AsPromised with { Observed = "S stop run F(n) f" }).Deviates);

    [Fact]
    public void AnotherEndDeviates() => Assert.True((AsPromised with { Failure = MigrationFailureKind.Cancelled }).Deviates);

    [Fact]
    public void AHarmedGuestDeviates() => Assert.True((AsPromised with { Fate = GuestFate.Harmed }).Deviates);

    [Fact]
    public void ADeviceThatRequiresAStoppedVmIsExpectedToGetOne()
    {
        EmulatedPath[] both = [.. EmulatedPaths.All.Where(static path => path.Row == 7)];

        Assert.Equal(["S F(n) f", "S stop F run f"], both.Select(static path => path.Expected));
    }
}
