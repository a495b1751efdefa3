namespace NotifierGen.Testing;

/// <summary>The paths of a machine that a guest is to come to.</summary>
internal static class DestinationPaths
{
    private static readonly (string Name, HostStep Step)[] s_ends =
    [
        ("fails", new HostStep(HostCall.IncomingFail)),
        ("is cancelled", new HostStep(HostCall.IncomingFail) { Failure = MigrationFailureKind.Cancelled }),
        ("is abandoned", new HostStep(HostCall.IncomingAbandon)),
    ];

    public static IEnumerable<MigrationPath> List()
    {
        foreach (MigrationMode mode in new[] { MigrationMode.Normal, MigrationMode.CprReboot, MigrationMode.CprTransfer, MigrationMode.CprExec })
        {
            PathBuilder New() => new(mode, guestRuns: false);
            PathBuilder Loaded() => New().IncomingBegin().IncomingLoad();
            yield return New().IncomingBeginRefused().ToPath("is refused");
            yield return Loaded().IncomingComplete().ToPath("arrives and runs");
            yield return Loaded().IncomingCompletePaused().ToPath("arrives and stays paused");
            yield return Loaded().IncomingComplete(vmThrows: true).ToPath("arrives, and the VM does not start");
            foreach ((string name, HostStep step) in s_ends)
            {
                yield return New().IncomingBegin().IncomingEnd(step).ToPath($"{name} before anything was loaded");
                yield return Loaded().IncomingEnd(step).ToPath($"{name} after everything was loaded");
            }

            yield return Loaded().IncomingEnd(s_ends[0].Step).IncomingBegin().IncomingLoad().IncomingComplete().ToPath("fails, then arrives");
        }
    }
}
