namespace NotifierGen.Samples.Tests.Devices;

/// <summary>What can become of a migration, seen from the source. Each ends with a check of whether the guest runs as it should.</summary>
internal static class SourcePaths
{
    public static IReadOnlyDictionary<string, Action<PathWalk>> All { get; } = new Dictionary<string, Action<PathWalk>>
    {
        ["refused before anybody else was asked"] = walk =>
        {
            walk.Source.Saboteur.RefusesFirst = true;
            walk.StartGuest();
            walk.BeginRefused();
            walk.ExpectGuestRuns(true);
        },
        ["refused after everybody else has accepted"] = walk =>
        {
            walk.Source.Saboteur.RefusesLast = true;
            walk.StartGuest();
            walk.BeginRefused();
            walk.ExpectGuestRuns(true);
        },
        ["refused, guest paused before"] = walk =>
        {
            walk.Source.Saboteur.RefusesLast = true;
            walk.BeginRefused();
            walk.ExpectGuestRuns(false);
        },
        ["fails at once"] = walk =>
        {
            walk.StartGuest();
            walk.Begin();
            walk.Fail();
            walk.ExpectGuestRuns(true);
        },
        ["fails while iterating"] = walk =>
        {
            walk.StartGuest();
            walk.Begin();
            walk.Iterate();
            walk.Fail();
            walk.ExpectGuestRuns(true);
        },
        ["cancelled while iterating"] = walk =>
        {
            walk.StartGuest();
            walk.Begin();
            walk.Iterate();
            walk.Cancel();
            walk.ExpectGuestRuns(true);
        },
        ["abandoned while iterating"] = walk =>
        {
            walk.StartGuest();
            walk.Begin();
            walk.Iterate();
            walk.Abandon();
            walk.ExpectGuestRuns(true);
        },
        ["fails at switchover"] = walk =>
        {
            ToSwitchover(walk);
            walk.Fail();
            walk.ExpectGuestRuns(true);
        },
        ["fails at switchover, before anything was saved"] = walk =>
        {
            walk.StartGuest();
            walk.Begin();
            walk.StopVm();
            walk.Fail();
            walk.ExpectGuestRuns(true);
        },
        ["cancelled at switchover"] = walk =>
        {
            ToSwitchover(walk);
            walk.Cancel();
            walk.ExpectGuestRuns(true);
        },
        ["abandoned at switchover"] = walk =>
        {
            ToSwitchover(walk);
            walk.Abandon();
            walk.ExpectGuestRuns(true);
        },
        ["fails while iterating, guest paused before"] = walk =>
        {
            walk.StartGuest();
            walk.PauseGuest();
            walk.Begin();
            walk.Iterate();
            walk.Fail();
            walk.ExpectGuestRuns(false);
        },
        ["fails at switchover, guest paused before"] = walk =>
        {
            walk.StartGuest();
            walk.PauseGuest();
            walk.Begin();
            walk.StopVm();
            walk.Save();
            walk.Fail();
            walk.ExpectGuestRuns(false);
            walk.StartGuest();
        },
        ["disks cannot be taken back, later they can"] = walk =>
        {
            ToSwitchover(walk);
            walk.Fail(RestartPolicy.Never);
            walk.ExpectGuestRuns(false);
            walk.Reclaim(walk.EndedSession);
            walk.ExpectGuestRuns(true);
        },
        ["disks cannot be taken back, and the guest is started by hand"] = walk =>
        {
            ToSwitchover(walk);
            walk.Fail(RestartPolicy.Never);
            walk.ExpectGuestRuns(false);
            walk.StartGuest();
        },
        ["succeeds"] = walk =>
        {
            ToSwitchover(walk);
            walk.Complete();
            walk.ExpectGuestRuns(false);
        },
        ["succeeds, and the guest is taken back"] = walk =>
        {
            ToSwitchover(walk);
            walk.Complete();
            walk.Reclaim(walk.EndedSession);
            walk.ExpectGuestRuns(true);
        },
        ["fails, fails again, succeeds"] = walk =>
        {
            ToSwitchover(walk);
            walk.Fail();
            walk.Begin();
            walk.Iterate();
            walk.Cancel();
            walk.Begin();
            walk.StopVm();
            walk.Save();
            walk.Complete();
            walk.ExpectGuestRuns(false);
        },
        ["succeeds, is taken back, succeeds again"] = walk =>
        {
            ToSwitchover(walk);
            walk.Complete();
            walk.Reclaim(walk.EndedSession);
            walk.Begin();
            walk.StopVm();
            walk.Save();
            walk.Complete();
            walk.ExpectGuestRuns(false);
        },
        ["postcopy succeeds"] = walk =>
        {
            ToSwitchover(walk);
            walk.StartPostcopy();
            walk.Complete();
            walk.ExpectGuestRuns(false);
        },
        ["postcopy, and the destination is lost"] = walk =>
        {
            ToSwitchover(walk);
            walk.StartPostcopy();
            walk.Fail();
            walk.ExpectGuestRuns(false);
        },
        ["stopped and resumed twice, then succeeds"] = walk =>
        {
            ToSwitchover(walk);
            walk.ResumeVm();
            walk.Iterate();
            walk.StopVm();
            walk.Save();
            walk.ResumeVm();
            walk.StopVm();
            walk.Complete();
            walk.ExpectGuestRuns(false);
        },
        ["stopped and resumed, then succeeds while the guest runs on"] = walk =>
        {
            ToSwitchover(walk);
            walk.ResumeVm();
            walk.Iterate();
            walk.Complete();
            walk.ExpectGuestRuns(true);
        },
        ["stopped and resumed, then fails"] = walk =>
        {
            ToSwitchover(walk);
            walk.ResumeVm();
            walk.Iterate();
            walk.Fail();
            walk.ExpectGuestRuns(true);
        },
        ["fails at switchover, a peer throws"] = walk =>
        {
            walk.Source.Saboteur.Throws = true;
            ToSwitchover(walk);
            walk.Fail();
            Assert.Equal(3, walk.LastReport.Faults.Count);
            walk.ExpectGuestRuns(true);
        },
        ["fails at switchover, a peer throws, the VM is kept stopped"] = walk =>
        {
            walk.Source.Saboteur.Throws = true;
            ToSwitchover(walk);
            walk.Fail(RestartPolicy.KeepStoppedOnFault);
            walk.ExpectGuestRuns(false);
            walk.Source.Saboteur.Throws = false;
            walk.Reclaim(walk.EndedSession);
            walk.ExpectGuestRuns(true);
        },
        ["succeeds, a peer throws"] = walk =>
        {
            walk.Source.Saboteur.Throws = true;
            ToSwitchover(walk);
            walk.Complete();
            Assert.Single(walk.LastReport.Faults);
            walk.ExpectGuestRuns(false);
        },
    };

    private static void ToSwitchover(PathWalk walk)
    {
        walk.StartGuest();
        walk.Begin();
        walk.Iterate();
        walk.StopVm();
        walk.Save();
    }
}
