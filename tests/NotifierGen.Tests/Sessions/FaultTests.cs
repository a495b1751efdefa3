using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Sessions;

public class FaultTests
{
    private readonly TestMachine _machine = new();

    [Fact]
    public void AHandlerThatThrowsKeepsNeitherTheOthersNorTheVmFromRunning()
    {
        _machine.AddFull("a");
        FullDevice culprit = _machine.AddFull("b");
        _machine.AddFull("c");
        InvalidOperationException exception = new("broken");
        MigrationSession session = _machine.Begin();
        session.StopVm();
        culprit.Probe.Acts = context => throw (context.Phase == Phase.BeforeVmStart ? exception : new InvalidOperationException("not this one"));
        _machine.Log.Clear();

        DispatchReport report = session.Fail(TestMachine.Error());

        Assert.Equal("c.F b.F a.F run c.f b.f a.f", _machine.Observed);
        Assert.Equal(2, report.Faults.Count);
        Assert.Same(culprit, report.Faults[0].Device);
        Assert.Equal("NotifierGen.Tests.Machine.FullDevice.OnFailed", report.Faults[0].Handler);
        Assert.Same(exception, report.Faults[0].Exception);
        Assert.Equal("NotifierGen.Tests.Machine.FullDevice.OnFailedAfter", report.Faults[1].Handler);
    }

    [Fact]
    public void KeepStoppedOnFaultLeavesTheVmStopped()
    {
        FullDevice culprit = _machine.AddFull("a");
        MigrationSession session = _machine.Begin();
        session.StopVm();
        culprit.Probe.Acts = _ => throw new InvalidOperationException();

        session.Fail(TestMachine.Error(), RestartPolicy.KeepStoppedOnFault);

        Assert.Equal("a.S stop a.F a.f", _machine.Observed);
        Assert.False(_machine.Vm.IsRunning);
    }

    [Fact]
    public void KeepStoppedOnFaultStartsTheVmWhenNothingWasThrown()
    {
        _machine.AddFull("a");
        MigrationSession session = _machine.Begin();
        session.StopVm();

        session.Fail(TestMachine.Error(), RestartPolicy.KeepStoppedOnFault);

        Assert.Equal("a.S stop a.F run a.f", _machine.Observed);
    }

    [Fact]
    public void AVmThatCannotBeStartedIsAFaultAndTheRowsAfterTheStartStillRun()
    {
        bool? started = null;
        _machine.AddFull("a");
        _machine.Notifiers.Register(new ContextDevice(context => started = context.VmStarted));
        MigrationSession session = _machine.Begin();
        session.StopVm();
        _machine.Vm.ThrowOnStart = new InvalidOperationException("no memory");

        DispatchReport report = session.Fail(TestMachine.Error());

        Assert.Equal("a.S stop a.F a.f", _machine.Observed);
        HandlerFault fault = Assert.Single(report.Faults);
        Assert.Null(fault.Device);
        Assert.Equal("IVirtualMachine.Start", fault.Handler);
        Assert.False(started);
        _machine.Vm.ThrowOnStart = null;
        session.Reclaim();
        Assert.Equal("a.R run a.r", _machine.Observed);
    }

    [Fact]
    public void AVmThatCannotBePausedForAHandlerIsAFault()
    {
        _machine.AddStoppedVm("q");
        MigrationSession session = _machine.Begin();
        _machine.Vm.ThrowOnStop = new InvalidOperationException("stuck");

        DispatchReport report = session.Fail(TestMachine.Error());

        Assert.Equal("q.S q.F(n)", _machine.Observed);
        Assert.Equal("IVirtualMachine.Stop", Assert.Single(report.Faults).Handler);
    }

    [Fact]
    public void AfterAPauseThatDidNotComeAboutAllRowsRunAndAreToldThatTheGuestNeverStoodStill()
    {
        List<MigrationContext> told = [];
        _machine.AddStoppedVm("q");
        _machine.AddFull("a");
        _machine.Notifiers.Register(new ContextDevice(told.Add));
        MigrationSession session = _machine.Begin();
        InvalidOperationException exception = new("stuck");
        _machine.Vm.ThrowOnStop = exception;
        told.Clear();
        _machine.Log.Clear();

        DispatchReport report = session.Fail(TestMachine.Error(), RestartPolicy.KeepStoppedOnFault);

        Assert.Equal("q.F(n) a.F(n) a.f", _machine.Observed);
        Assert.Equal([(Phase.BeforeVmStart, false, false, false), (Phase.AfterVmStart, false, false, false)], told.Select(context => (context.Phase, context.VcpusStopped, context.VmWillStart, context.VmStarted)));
        HandlerFault fault = Assert.Single(report.Faults);
        Assert.Null(fault.Device);
        Assert.Same(exception, fault.Exception);
        Assert.True(_machine.Vm.IsRunning);
        _machine.Vm.ThrowOnStop = null;
        _machine.Begin().Dispose();
    }

    [Fact]
    public void AVmThatStopsAndThrowsIsStartedAgain()
    {
        _machine.AddStoppedVm("q");
        _machine.AddFull("a");
        MigrationSession session = _machine.Begin();
        _machine.Vm.ThrowOnceStopped = new InvalidOperationException("stopped, but not well");
        _machine.Log.Clear();

        DispatchReport report = session.Fail(TestMachine.Error());

        Assert.Equal("stop q.F a.F run a.f", _machine.Observed);
        Assert.Equal("IVirtualMachine.Stop", Assert.Single(report.Faults).Handler);
    }

    [Fact]
    public void ASetupHandlerThatThrowsRefuses()
    {
        _machine.AddFull("a");
        FullDevice culprit = _machine.AddFull("b");
        _machine.AddFull("c");
        InvalidOperationException exception = new("no vectors left");
        culprit.Probe.Acts = _ => throw exception;

        Assert.False(_machine.Notifiers.TryBegin(_machine.Vm, MigrationMode.Normal, out MigrationSession? session, out SetupRefusal? refusal));

        Assert.Null(session);
        Assert.Same(culprit, refusal.Device);
        Assert.Same(exception, refusal.Exception);
        Assert.Equal("no vectors left", refusal.Reason);
        Assert.Equal("a.S b.S a.F(n) a.f", _machine.Observed);
    }

    [Fact]
    public void AHandlerThatUnregistersItselfAndThrowsIsStillNamed()
    {
        FullDevice culprit = _machine.AddFull("a");
        MigrationSession session = _machine.Begin();
        culprit.Probe.Acts = _ =>
        {
            _machine.Notifiers.Unregister(culprit);
            throw new InvalidOperationException();
        };

        Assert.Same(culprit, Assert.Single(session.Fail(TestMachine.Error()).Faults).Device);
    }

    [Fact]
    public void AReportWithoutFaultsIsEmpty()
    {
        _machine.AddFull("a");

        DispatchReport report = _machine.Begin().Fail(TestMachine.Error());

        Assert.Empty(report.Faults);
        Assert.False(report.HasFaults);
        Assert.Empty(default(DispatchReport).Faults);
    }
}
