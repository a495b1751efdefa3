namespace NotifierGen.Samples.Tests.Devices;

/// <summary>What can become of a migration, seen from the destination. The source is there too and holds its invariants as well.</summary>
internal static class DestinationPaths
{
    public static IReadOnlyDictionary<string, Action<PathWalk>> All { get; } = new Dictionary<string, Action<PathWalk>>
    {
        ["arrives and runs"] = walk =>
        {
            ToLoaded(walk);
            walk.Arrive();
            Assert.True(walk.Destination!.Machine.IsRunning);
        },
        ["arrives and stays paused"] = walk =>
        {
            ToLoaded(walk);
            walk.Arrive(startVm: false);
            Assert.False(walk.Destination!.Machine.IsRunning);
        },
        ["arrives, a peer throws"] = walk =>
        {
            ToLoaded(walk);
            walk.Destination!.Saboteur.Throws = true;
            walk.Arrive();
            Assert.Equal(2, walk.LastReport.Faults.Count);
            Assert.True(walk.Destination.Machine.IsRunning);
        },
        ["arrives not at all, and the source that was done takes the guest back"] = walk =>
        {
            ToLoaded(walk);
            walk.LoseIncoming();
            walk.Reclaim(walk.EndedSession);
            walk.ExpectGuestRuns(true);
        },
        ["is lost before anything was loaded"] = walk =>
        {
            walk.StartGuest();
            walk.Begin();
            walk.BeginIncoming();
            walk.LoseIncoming();
            walk.Fail();
        },
        ["is lost after everything was loaded"] = walk =>
        {
            ToSaved(walk);
            walk.BeginIncoming();
            walk.Load();
            walk.LoseIncoming();
            walk.Fail();
            walk.ExpectGuestRuns(true);
        },
        ["is abandoned"] = walk =>
        {
            ToSaved(walk);
            walk.BeginIncoming();
            walk.Load();
            walk.AbandonIncoming();
            walk.Fail();
        },
        ["is refused by the last"] = walk =>
        {
            walk.StartGuest();
            walk.Begin();
            walk.PrepareDestination();
            walk.Destination!.Saboteur.RefusesLast = true;
            walk.BeginIncomingRefused();
            walk.Fail();
            walk.ExpectGuestRuns(true);
        },
        ["is lost, then arrives after all"] = walk =>
        {
            ToSaved(walk);
            walk.BeginIncoming();
            walk.Load();
            walk.LoseIncoming();
            walk.Fail();
            walk.PrepareDestination();
            walk.Begin();
            walk.StopVm();
            walk.Save();
            walk.Complete();
            walk.BeginIncoming();
            walk.Load();
            walk.Arrive();
        },
        ["arrives, and migrates on"] = walk =>
        {
            ToLoaded(walk);
            walk.Arrive();
            TestBoard destination = walk.Destination!;
            using MigrationSession onward = destination.Notifiers.Begin(destination.Machine, walk.Mode);
            onward.StopVm();
            Assert.False(destination.Machine.IsRunning);
            onward.Complete();
        },
    };

    private static void ToSaved(PathWalk walk)
    {
        walk.StartGuest();
        walk.Begin();
        walk.Iterate();
        walk.StopVm();
        walk.Save();
    }

    private static void ToLoaded(PathWalk walk)
    {
        ToSaved(walk);
        walk.Complete();
        walk.BeginIncoming();
        walk.Load();
    }
}
