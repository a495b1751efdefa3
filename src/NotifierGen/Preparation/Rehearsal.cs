using NotifierGen.Dispatch;

namespace NotifierGen.Preparation;

/// <summary>
/// Plays whole sessions through the real code, so that it is compiled and linked before a guest stands still: with a scope that opens every row on no
/// device, on a machine of its own, and without a word to those who listen.
/// </summary>
internal static class Rehearsal
{
    /// <summary>The source side: a failure after the switchover, and a postcopy that completes; then what no session of its own ends with.</summary>
    public static void Outgoing(MigrationDispatcher dispatcher, TablePlan plan, MigrationMode modes)
    {
        PairingScope scope = new(0, incoming: false, plan) { IsRehearsal = true };
        using (MigrationSession failing = new(dispatcher, scope, new RehearsalVm(), modes))
        {
            failing.StopVm();
            failing.Fail(Failure());
        }

        using (MigrationSession completing = new(dispatcher, scope, new RehearsalVm(), modes))
        {
            completing.StopVm();
            completing.StartPostcopy();
            completing.Complete();
        }

        Raise(dispatcher, scope, modes, MigrationEvent.Reclaimed, Phase.BeforeVmStart);
        Raise(dispatcher, scope, modes, MigrationEvent.Reclaimed, Phase.AfterVmStart);
    }

    /// <summary>The destination side: a guest that arrives, and one that does not.</summary>
    public static void Incoming(MigrationDispatcher dispatcher, TablePlan plan, MigrationMode modes)
    {
        PairingScope scope = new(0, incoming: true, plan) { IsRehearsal = true };
        using (IncomingSession completing = new(dispatcher, scope, new RehearsalVm(), modes))
        {
            completing.Complete();
        }

        using IncomingSession failing = new(dispatcher, scope, new RehearsalVm(), modes);
        failing.Fail(Failure());
    }

    private static MigrationFailure Failure() => new(MigrationFailureKind.Abandoned, "A rehearsal.");

    private static void Raise(MigrationDispatcher dispatcher, PairingScope scope, MigrationMode modes, MigrationEvent migrationEvent, Phase phase)
    {
        ReportBuilder report = ReportBuilder.Start();
        dispatcher.Raise(new MigrationContext { Event = migrationEvent, Phase = phase, Mode = modes }, scope, ref report);
        _ = report.ToReport();
    }
}
