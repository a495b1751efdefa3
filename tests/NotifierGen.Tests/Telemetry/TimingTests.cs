using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Telemetry;

public class TimingTests
{
    private readonly TestMachine _machine = new();

    [Fact]
    public void ASessionThatWasNotAskedHasNoTimings()
    {
        _machine.AddFull("a");
        using MigrationSession session = _machine.Begin();

        Assert.Empty(session.Fail(TestMachine.Error()).Timings);
    }

    [Fact]
    public void TimingsNameEachHandlerInCallOrderAlsoOneThatThrew()
    {
        FullDevice a = _machine.AddFull("a");
        FullDevice b = _machine.AddFull("b");
        using MigrationSession session = _machine.Begin();
        session.RecordTimings = true;
        session.StopVm();
        b.Probe.Acts = context =>
        {
            if (context.Phase == Phase.BeforeVmStart)
            {
                Thread.Sleep(20);
                throw new InvalidOperationException();
            }
        };

        DispatchReport report = session.Fail(TestMachine.Error());

        Assert.Equal(
            [(b, "OnFailed", Phase.BeforeVmStart), (a, "OnFailed", Phase.BeforeVmStart), (b, "OnFailedAfter", Phase.AfterVmStart), (a, "OnFailedAfter", Phase.AfterVmStart)],
            report.Timings.Select(timing => ((FullDevice)timing.Device!, timing.Row.Handler, timing.Row.Phase)));
        Assert.True(report.Timings[0].Elapsed >= TimeSpan.FromMilliseconds(20));
        Assert.True(report.Timings.Sum(timing => timing.Elapsed.TotalSeconds) <= report.Elapsed.TotalSeconds);
        Assert.Single(report.Faults);
    }

    [Fact]
    public void EachReportHasTheTimingsOfItsOwnStep()
    {
        _machine.AddFull("a");
        using MigrationSession session = _machine.Begin();
        session.RecordTimings = true;
        session.StopVm();

        Assert.Equal(["OnPostcopyStart"], session.StartPostcopy().Timings.Select(timing => timing.Row.Handler));
        session.RecordTimings = false;
        Assert.Empty(session.Complete().Timings);
    }

    [Fact]
    public void AStaticHandlerIsTimedWithoutADevice()
    {
        using MigrationSession session = _machine.Begin(MigrationMode.CprExec);
        session.RecordTimings = true;

        HandlerTiming timing = Assert.Single(session.Fail(TestMachine.Error()).Timings);

        Assert.Null(timing.Device);
        Assert.Equal("OnFailed", timing.Row.Handler);
    }

    [Fact]
    public void AnIncomingSessionIsTimedToo()
    {
        TestMachine machine = new(running: false);
        machine.AddFull("a");
        using IncomingSession session = machine.Notifiers.BeginIncoming(machine.Vm);
        session.RecordTimings = true;

        Assert.Equal(["OnIncomingDone", "OnIncomingDoneAfter"], session.Complete().Timings.Select(timing => timing.Row.Handler));
    }

    [Fact]
    public void ADispatcherThatIsAskedBeforehandTimesSetupAndEveryStep()
    {
        FullDevice a = _machine.AddFull("a");
        _machine.Notifiers.RecordTimings = true;
        using MigrationSession session = _machine.Begin();

        HandlerTiming setup = Assert.Single(session.SetupReport.Timings);
        Assert.Same(a, setup.Device);
        Assert.Equal("OnSetup", setup.Row.Handler);
        Assert.True(setup.Elapsed <= session.SetupReport.Elapsed);
        Assert.True(session.RecordTimings);
        Assert.Equal(["OnFailed", "OnFailedAfter"], session.Fail(TestMachine.Error()).Timings.Select(timing => timing.Row.Handler));
    }

    [Fact]
    public void WhatADispatcherIsAskedIsForTheSessionsThatBeginFromThenOn()
    {
        _machine.AddFull("a");
        using (MigrationSession session = _machine.Begin())
        {
            _machine.Notifiers.RecordTimings = true;

            Assert.Empty(session.SetupReport.Timings);
            Assert.Empty(session.Fail(TestMachine.Error()).Timings);
        }

        using MigrationSession next = _machine.Begin();
        next.RecordTimings = false;

        Assert.Single(next.SetupReport.Timings);
        Assert.Empty(next.Fail(TestMachine.Error()).Timings);
    }

    [Fact]
    public void ARefusalHasTheTimingsOfSetupUpToItAndOfTheRollback()
    {
        FullDevice a = _machine.AddFull("a");
        FullDevice b = _machine.AddFull("b");
        _machine.AddFull("c");
        b.Probe.Answers = _ => SetupResult.Refuse("no");
        _machine.Notifiers.RecordTimings = true;

        Assert.False(_machine.Notifiers.TryBegin(_machine.Vm, MigrationMode.Normal, out _, out SetupRefusal? refusal));

        Assert.Equal([a, b], refusal.SetupReport.Timings.Select(timing => timing.Device));
        Assert.Same(refusal, refusal.SetupReport.Refusal);
        Assert.Equal([(a, "OnFailed"), (a, "OnFailedAfter")], refusal.Rollback.Timings.Select(timing => ((FullDevice)timing.Device!, timing.Row.Handler)));
    }

    [Fact]
    public void IncomingSetupIsTimedToo()
    {
        TestMachine machine = new(running: false);
        machine.AddFull("a");
        machine.Notifiers.RecordTimings = true;
        using IncomingSession session = machine.Notifiers.BeginIncoming(machine.Vm);

        Assert.Equal(["OnIncomingSetup"], session.SetupReport.Timings.Select(timing => timing.Row.Handler));
        Assert.Equal(["OnIncomingDone", "OnIncomingDoneAfter"], session.Complete().Timings.Select(timing => timing.Row.Handler));
    }

    [Fact]
    public void AHandlerOverItsBudgetIsInTheReportWhoeverListens()
    {
        BudgetDevice slow = _machine.Add(new BudgetDevice { Takes = TimeSpan.FromMilliseconds(120) });
        _machine.Add(new BudgetDevice());

        DispatchReport report = _machine.Notifiers.Notify(new MigrationContext { Event = Failed, Mode = MigrationMode.CprTransfer });

        HandlerTiming overrun = Assert.Single(report.BudgetOverruns);
        Assert.Same(slow, overrun.Device);
        Assert.Equal(BudgetDevice.Budget, overrun.Row.BudgetMicroseconds);
        Assert.True(overrun.IsOverBudget);
        Assert.True(overrun.Elapsed >= TimeSpan.FromMilliseconds(120));
        Assert.Empty(report.Timings);
    }

    [Fact]
    public void WithoutABudgetNothingIsOverIt()
    {
        _machine.Add(new BudgetDevice { Takes = TimeSpan.FromMilliseconds(120) });

        DispatchReport report = _machine.Notifiers.Notify(new MigrationContext { Event = Failed, Phase = Phase.AfterVmStart, Mode = MigrationMode.CprTransfer });

        Assert.Empty(report.BudgetOverruns);
    }
}
