using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Sessions;

/// <summary>
/// The 33 source-side paths: what the host calls, and the sequence that one device with every handler, called "d", must see
/// (S Setup, P PostcopyStart, D Done, F Failed before the VM starts, f after it, R/r Reclaimed; (n): while the guest runs).
/// </summary>
internal static class QemuPaths
{
    private static readonly MigrationFailure s_error = TestMachine.Error();
    private static readonly MigrationFailure s_cancelled = TestMachine.Cancelled();

    public static IReadOnlyList<QemuPath> All { get; } =
    [
        new("1 refused before anything starts", "", static _ => { }),
        new("2 synchronous transport error, connected before Begin", "", static _ => { }),
        new("2 synchronous transport error, after Begin", "d.S d.F(n) d.f", static m => Fail(m.Begin())),
        new("3 connect fails asynchronously", "d.S d.F(n) d.f", static m => Fail(m.Begin())),
        new("4 a device refuses at Setup", "d.S x.S d.F(n) d.f", static m =>
        {
            m.AddFull("x").Probe.Answers = static _ => SetupResult.Refuse("not now");
            Assert.Throws<MigrationRefusedException>(() => m.Begin());
        }),
        new("5 the CPR stop fails", "d.S d.F(n) d.f", static m =>
        {
            MigrationSession session = m.Begin(MigrationMode.CprReboot);
            m.Vm.ThrowOnStop = new InvalidOperationException("stuck");
            Assert.Throws<InvalidOperationException>(() => session.StopVm());
            m.Vm.ThrowOnStop = null;
            Fail(session);
        }),
        new("5 the channel fails after the stop", "d.S stop d.F run d.f", static m => Fail(Stopped(m))),
        new("6 a device's save_setup fails", "d.S d.F(n) d.f", static m => Fail(m.Begin())),
        new("7 failure while iterating", "d.S d.F(n) d.f", static m => Fail(m.Begin())),
        new("7 failure while iterating, a device requires a stopped VM", "d.S q.S stop q.F d.F run d.f", static m =>
        {
            m.AddStoppedVm("q");
            Fail(m.Begin());
        }),
        new("8 cancel while iterating", "d.S d.F(n) d.f", static m =>
        {
            MigrationFailureKind? kind = null;
            m.Notifiers.Register(new ContextDevice(context => kind = context.Failure!.Kind));
            m.Begin().Fail(s_cancelled);
            Assert.Equal(MigrationFailureKind.Cancelled, kind);
        }),
        new("9 failure at switchover", "d.S stop d.F run d.f", static m => Fail(Stopped(m))),
        new("10 failure at switchover, guest was paused before", "d.S d.F d.f", static m => Fail(Stopped(m)), Running: false),
        new("11 cancel before switchover, VM stopped", "d.S stop d.F run d.f", static m => Stopped(m).Fail(s_cancelled)),
        new("12 the destination fails to load, return path on", "d.S stop d.F run d.f", static m => Fail(Stopped(m))),
        new("13 the same, return path off: a wrong Done is mended", "d.S stop d.D d.R run d.r", static m =>
        {
            MigrationSession session = Stopped(m);
            session.Complete();
            session.Reclaim();
        }),
        new("14 disks cannot be taken back, later they can", "d.S stop d.F d.f d.R run d.r", static m =>
        {
            MigrationSession session = Stopped(m);
            session.Fail(s_error, RestartPolicy.Never);
            session.Reclaim();
        }),
        new("15 cancel during setup, connect then succeeds", "d.S d.F(n) d.f", static m => m.Begin().Fail(s_cancelled)),
        new("16 cancel during setup, connect then fails", "d.S d.F(n) d.f", static m => m.Begin().Fail(s_cancelled)),
        new("17 18 success", "d.S stop d.D", static m => Stopped(m).Complete()),
        new("19 postcopy success", "d.S stop d.P d.D", static m =>
        {
            MigrationSession session = Postcopy(m);
            session.Complete();
        }),
        new("20 postcopy start fails", "d.S stop d.F run d.f", static m => Fail(Stopped(m))),
        new("21 stream error right after the postcopy package", "d.S stop d.P d.F d.f", static m => Fail(Postcopy(m))),
        new("22 error before the destination confirmed", "d.S stop d.P d.F d.f", static m => Fail(Postcopy(m))),
        new("23 destination lost in postcopy", "d.S stop d.P d.F d.f", static m => Fail(Postcopy(m))),
        new("24 background snapshot success", "d.S stop run d.D(n)", static m => Resumed(m, MigrationMode.BackgroundSnapshot).Complete()),
        new("25 background snapshot failure", "d.S stop run d.F(n) d.f", static m => Fail(Resumed(m, MigrationMode.BackgroundSnapshot))),
        new("26 background snapshot fails before its restart", "d.S stop d.F run d.f", static m => Fail(Stopped(m, MigrationMode.BackgroundSnapshot))),
        new("27 cpr-reboot success", "d.S stop d.D", static m => Stopped(m, MigrationMode.CprReboot).Complete()),
        new("27 cpr-reboot failure", "d.S stop d.F run d.f", static m => Fail(Stopped(m, MigrationMode.CprReboot))),
        new("28 cpr-transfer channel refused", "d.S d.F(n) d.f", static m => Fail(m.Begin(MigrationMode.CprTransfer))),
        new("29 cpr-transfer cancelled while waiting", "d.S d.F(n) d.f", static m => m.Begin(MigrationMode.CprTransfer).Fail(s_cancelled)),
        new("30 cpr-exec, channel refused", "d.S d.F(n) d.f", static m => Fail(m.Begin(MigrationMode.CprExec))),
        new("31 cpr-exec, execvp fails", "d.S stop d.F run d.f", static m => Fail(Stopped(m, MigrationMode.CprExec))),
        new("32 cpr-exec success", "d.S stop d.D", static m => Stopped(m, MigrationMode.CprExec).Complete()),
        new("33 COLO, primary failover", "d.S stop run stop run d.D(n)", static m =>
        {
            MigrationSession session = Resumed(m, MigrationMode.Normal);
            session.StopVm();
            session.ResumeVm();
            session.Complete();
        }),
    ];

    private static void Fail(MigrationSession session) => session.Fail(s_error);

    private static MigrationSession Stopped(TestMachine machine, MigrationMode mode = MigrationMode.Normal)
    {
        MigrationSession session = machine.Begin(mode);
        session.StopVm();
        return session;
    }

    private static MigrationSession Resumed(TestMachine machine, MigrationMode mode)
    {
        MigrationSession session = Stopped(machine, mode);
        session.ResumeVm();
        return session;
    }

    private static MigrationSession Postcopy(TestMachine machine)
    {
        MigrationSession session = Stopped(machine);
        session.StartPostcopy();
        return session;
    }
}
