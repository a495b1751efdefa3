namespace NotifierGen.Testing;

/// <summary>The paths of a machine whose guest is to leave.</summary>
internal static class SourcePaths
{
    private static readonly MigrationMode[] s_modes =
        [MigrationMode.Normal, MigrationMode.BackgroundSnapshot, MigrationMode.CprReboot, MigrationMode.CprTransfer, MigrationMode.CprExec];

    // How a migration can end badly wherever it stands.
    private static readonly (string Name, HostStep Step)[] s_ends =
    [
        ("fails", new HostStep(HostCall.Fail)),
        ("is cancelled", new HostStep(HostCall.Fail) { Failure = MigrationFailureKind.Cancelled }),
        ("is abandoned", new HostStep(HostCall.Abandon)),
    ];

    private static readonly HostStep s_fail = s_ends[0].Step;

    public static IEnumerable<MigrationPath> List()
    {
        yield return new PathBuilder(MigrationMode.Normal, guestRuns: true).ToPath("is blocked before anything starts", 1, 2);
        foreach (MigrationMode mode in s_modes)
        {
            foreach (bool runs in new[] { true, false })
            {
                IEnumerable<MigrationPath> paths =
                [
                    .. BeforeSwitchover(mode, runs), .. AtSwitchover(mode, runs), .. Successes(mode, runs), .. Twice(mode, runs),
                    .. mode == MigrationMode.Normal ? Postcopy(runs) : [],
                    .. mode is MigrationMode.Normal or MigrationMode.BackgroundSnapshot ? Resumed(mode, runs) : [],
                ];
                foreach (MigrationPath path in paths)
                {
                    yield return path;
                }
            }
        }
    }

    private static IEnumerable<MigrationPath> BeforeSwitchover(MigrationMode mode, bool runs)
    {
        PathBuilder New() => new(mode, runs);
        yield return New().BeginRefused().ToPath("is refused", Rows(mode, runs, MigrationMode.Normal, 4));
        foreach ((string name, HostStep step) in s_ends)
        {
            yield return New().Begin().End(step).ToPath($"{name} at once", Rows(mode, runs, AtOnce(mode, step)));
            yield return New().Begin().Iterate().End(step).ToPath($"{name} while iterating", Rows(mode, runs, MigrationMode.Normal, step == s_ends[1].Step ? [8] : step == s_fail ? [7] : []));
        }

        if (runs)
        {
            yield return New().Begin().StopVmThrows().End(s_fail).ToPath("fails because the VM does not stop", Rows(mode, runs, MigrationMode.CprReboot, 5));
            yield return New().Begin().Iterate().End(s_fail with { VmThrows = true }).ToPath("fails while iterating, and the VM does not stop for that");
        }
    }

    private static IEnumerable<MigrationPath> AtSwitchover(MigrationMode mode, bool runs)
    {
        PathBuilder Stopped() => new PathBuilder(mode, runs).Begin().Iterate().StopVm();
        PathBuilder Saved() => Stopped().Save();
        foreach ((string name, HostStep step) in s_ends)
        {
            yield return Stopped().End(step).ToPath($"{name} at switchover, nothing saved", Rows(mode, runs, Unsaved(mode, step)));
            yield return Saved().End(step).ToPath($"{name} at switchover", AtSwitchoverRows(mode, runs, step));
        }

        yield return Saved().End(s_fail with { Policy = RestartPolicy.KeepStoppedOnFault }).ToPath("fails at switchover, kept stopped on a fault");
        yield return Saved().End(s_fail with { Policy = RestartPolicy.Never }).ToPath("fails at switchover, the disks cannot be taken back");
        yield return Saved().End(s_fail with { Policy = RestartPolicy.Never }).Reclaim()
            .ToPath("fails at switchover, the disks cannot be taken back, later they can", Rows(mode, runs, MigrationMode.Normal, 14));
        if (runs)
        {
            yield return Saved().End(s_fail with { VmThrows = true }).ToPath("fails at switchover, the VM does not start");
            yield return Saved().End(s_fail with { VmThrows = true }).Reclaim().ToPath("fails at switchover, the VM does not start, later it does");
        }
    }

    private static IEnumerable<MigrationPath> Successes(MigrationMode mode, bool runs)
    {
        PathBuilder Done() => new PathBuilder(mode, runs).Begin().Iterate().StopVm().Save().Complete();
        yield return Done().ToPath("succeeds", Rows(mode, runs, mode switch
        {
            MigrationMode.Normal => [17, 18],
            MigrationMode.CprReboot => [27],
            MigrationMode.CprExec => [32],
            _ => [],
        }));
        yield return Done().Reclaim().ToPath("succeeds, and the guest is taken back", Rows(mode, runs, MigrationMode.Normal, 13));
        if (runs)
        {
            yield return Done().ReclaimThrows().ToPath("succeeds, and the VM of the guest that is taken back does not start");
        }
    }

    private static IEnumerable<MigrationPath> Postcopy(bool runs)
    {
        PathBuilder Started() => new PathBuilder(MigrationMode.Normal, runs).Begin().Iterate().StopVm().Save().StartPostcopy();
        yield return Started().Complete().ToPath("postcopy succeeds", Rows(MigrationMode.Normal, runs, [19]));
        foreach ((string name, HostStep step) in s_ends)
        {
            yield return Started().End(step).ToPath($"postcopy {name}", Rows(MigrationMode.Normal, runs, step == s_fail ? [21, 22, 23] : []));
        }
    }

    /// <summary>A background snapshot is taken once; checkpoints come again and again.</summary>
    private static IEnumerable<MigrationPath> Resumed(MigrationMode mode, bool runs)
    {
        bool snapshot = mode == MigrationMode.BackgroundSnapshot;
        string what = snapshot ? "snapshot" : "checkpoint";
        PathBuilder Stopped() => new PathBuilder(mode, runs).Begin().Iterate().StopVm().Save();
        PathBuilder Once() => Stopped().ResumeVm().Iterate();
        yield return Once().Complete().ToPath($"{what}, resumed, succeeds", Rows(mode, runs, snapshot ? [24] : []));
        yield return Once().StopVm().Save().ResumeVm().Complete().ToPath($"{what}, resumed twice, succeeds", Rows(mode, runs, snapshot ? [] : [33]));
        foreach ((string name, HostStep step) in s_ends)
        {
            bool isRow = snapshot && step.Call == HostCall.Fail;
            yield return Once().End(step).ToPath($"{what}, resumed, {name}", Rows(mode, runs, isRow ? [25] : []));
            yield return Once().StopVm().End(step).ToPath($"{what}, stopped again, {name}");
        }

        if (runs)
        {
            yield return Once().End(s_fail with { VmThrows = true }).ToPath($"{what}, resumed, fails, and the VM does not stop for that");
            yield return Stopped().ResumeVmThrows().End(s_fail).ToPath($"{what}, not resumed because the VM does not start");
        }
    }

    private static IEnumerable<MigrationPath> Twice(MigrationMode mode, bool runs)
    {
        yield return new PathBuilder(mode, runs).Begin().Iterate().End(s_ends[1].Step).Begin().StopVm().Save().Complete().ToPath("is cancelled, then succeeds");
        yield return new PathBuilder(mode, runs).Begin().StopVm().Save().End(s_fail).Begin().StopVm().End(s_fail).ToPath("fails twice");
    }

    // The table has the guest running, but for row 10.
    private static int[] Rows(MigrationMode mode, bool runs, MigrationMode ofMode, params int[] rows) => mode == ofMode ? Rows(mode, runs, rows) : [];

    private static int[] Rows(MigrationMode mode, bool runs, int[] rows) => runs && mode != 0 ? rows : [];

    private static int[] AtOnce(MigrationMode mode, HostStep step) => (mode, step.Call, step.Failure) switch
    {
        (MigrationMode.Normal, HostCall.Fail, MigrationFailureKind.Error) => [2, 3, 6],
        (MigrationMode.Normal, HostCall.Fail, _) => [15, 16],
        (MigrationMode.CprTransfer, HostCall.Fail, MigrationFailureKind.Error) => [28],
        (MigrationMode.CprTransfer, HostCall.Fail, _) => [29],
        (MigrationMode.CprExec, HostCall.Fail, MigrationFailureKind.Error) => [30],
        _ => [],
    };

    private static int[] Unsaved(MigrationMode mode, HostStep step) => (mode, step.Call, step.Failure) switch
    {
        (MigrationMode.Normal, HostCall.Fail, MigrationFailureKind.Error) => [5],
        (MigrationMode.Normal, HostCall.Fail, _) => [11],
        (MigrationMode.BackgroundSnapshot, HostCall.Fail, MigrationFailureKind.Error) => [26],
        _ => [],
    };

    private static int[] AtSwitchoverRows(MigrationMode mode, bool runs, HostStep step) => (mode, runs, step == s_fail) switch
    {
        (MigrationMode.Normal, true, true) => [9, 12, 20],
        (MigrationMode.Normal, false, true) => [10],
        (MigrationMode.CprReboot, true, true) => [27],
        (MigrationMode.CprExec, true, true) => [31],
        _ => [],
    };
}
