using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Sessions;

public class IncomingSessionTests
{
    private readonly TestMachine _machine = new(running: false);

    [Fact]
    public void CompleteTakesOwnershipStartsTheVmAndAnnounces()
    {
        List<MigrationContext> seen = [];
        _machine.AddFull("a");
        _machine.AddFull("b");
        _machine.Notifiers.Register(new ContextDevice(seen.Add));
        IncomingSession session = _machine.Notifiers.BeginIncoming(_machine.Vm);
        session.Complete();

        Assert.Equal("a.IS b.IS a.ID b.ID run a.id b.id", _machine.Observed);
        Assert.Equal(IncomingSessionState.Completed, session.State);
        Assert.True(seen[0].VmWillStart && seen[0].VcpusStopped && !seen[0].VmStarted);
        Assert.True(seen[1].VmStarted && !seen[1].VcpusStopped);
    }

    [Fact]
    public void APausedGuestIsNotStarted()
    {
        List<MigrationContext> seen = [];
        _machine.AddFull("a");
        _machine.Notifiers.Register(new ContextDevice(seen.Add));
        _machine.Notifiers.BeginIncoming(_machine.Vm).Complete(startVm: false);

        Assert.Equal("a.IS a.ID a.id", _machine.Observed);
        Assert.All(seen, context => Assert.False(context.VmWillStart || context.VmStarted));
    }

    [Fact]
    public void FailUndoesInReverse()
    {
        _machine.AddFull("a");
        _machine.AddFull("b");
        _machine.AddFailedOnly("n");
        _machine.Notifiers.BeginIncoming(_machine.Vm).Fail(TestMachine.Error());

        Assert.Equal("a.IS b.IS b.IF a.IF n.IF", _machine.Observed);
        Assert.False(_machine.Vm.IsRunning);
    }

    [Fact]
    public void ARefusalIsRolledBack()
    {
        _machine.AddFull("a");
        _machine.AddFull("b").Probe.Answers = _ => SetupResult.Refuse("another machine's shape");

        MigrationRefusedException thrown = Assert.Throws<MigrationRefusedException>(() => _machine.Notifiers.BeginIncoming(_machine.Vm));

        Assert.Equal("another machine's shape", thrown.Reason);
        Assert.Equal("a.IS b.IS a.IF", _machine.Observed);
    }

    [Fact]
    public void DisposeWithoutCompleteFailsAsAbandoned()
    {
        MigrationFailureKind? kind = null;
        _machine.Notifiers.Register(new ContextDevice(context => kind = context.Failure?.Kind));
        _machine.Notifiers.BeginIncoming(_machine.Vm).Dispose();

        Assert.Equal(MigrationFailureKind.Abandoned, kind);
    }

    [Fact]
    public void AVmThatDoesNotStartIsAFault()
    {
        _machine.AddFull("a");
        _machine.Vm.ThrowOnStart = new InvalidOperationException();

        DispatchReport report = _machine.Notifiers.BeginIncoming(_machine.Vm).Complete();

        Assert.Equal("IVirtualMachine.Start", Assert.Single(report.Faults).Handler);
        Assert.Equal("a.IS a.ID a.id", _machine.Observed);
    }

    [Fact]
    public void ItEndsOnce()
    {
        IncomingSession session = _machine.Notifiers.BeginIncoming(_machine.Vm);
        session.Fail(TestMachine.Error());

        Assert.Contains("Failed", Assert.Throws<InvalidOperationException>(() => session.Complete()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => session.Fail(TestMachine.Error()));
        session.Dispose();
        _machine.Notifiers.BeginIncoming(_machine.Vm).Dispose();
    }

    [Fact]
    public void ARunningVmCannotReceive()
    {
        _machine.Vm.IsRunning = true;

        Assert.Throws<InvalidOperationException>(() => _machine.Notifiers.BeginIncoming(_machine.Vm));
    }

    [Fact]
    public void OneSessionADispatcherWhicheverTheSide()
    {
        _machine.Notifiers.BeginIncoming(_machine.Vm);

        Assert.Throws<InvalidOperationException>(() => _machine.Begin());
    }
}
