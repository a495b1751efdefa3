using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Sessions;

public class MisuseTests
{
    private readonly TestMachine _machine = new();

    [Fact]
    public void ASecondBeginThrowsAndTheFirstSessionGoesOn()
    {
        _machine.AddFull("a");
        MigrationSession session = _machine.Begin();

        Assert.Throws<InvalidOperationException>(() => _machine.Begin());
        Assert.Throws<InvalidOperationException>(() => _machine.Notifiers.TryBegin(_machine.Vm, MigrationMode.Normal, out _, out _));
        session.StopVm();
        session.Complete();

        Assert.Equal("a.S stop a.D", _machine.Observed);
    }

    [Fact]
    public void AHandlerThatCallsItsOwnSessionGetsAFaultAndChangesNothing()
    {
        MigrationSession? session = null;
        FullDevice device = _machine.AddFull("a");
        device.Probe.Acts = context =>
        {
            if (context.Event == Failed)
            {
                session!.Complete();
            }
        };
        session = _machine.Begin();
        session.StopVm();

        DispatchReport report = session.Fail(TestMachine.Error());

        Assert.Equal("a.S stop a.F run a.f", _machine.Observed);
        Assert.All(report.Faults, fault => Assert.Contains("Fail", Assert.IsType<InvalidOperationException>(fault.Exception).Message, StringComparison.Ordinal));
        Assert.Equal(2, report.Faults.Count);
    }

    [Fact]
    public async Task ASecondThreadGetsAnExceptionWhileACallIsUnderWay()
    {
        FullDevice device = _machine.AddFull("a");
        using ManualResetEventSlim inside = new();
        using ManualResetEventSlim go = new();
        MigrationSession session = _machine.Begin();
        session.StopVm();
        device.Probe.Acts = _ =>
        {
            inside.Set();
            go.Wait(TestContext.Current.CancellationToken);
        };
        Task completing = Task.Run(() => session.Complete(), TestContext.Current.CancellationToken);
        inside.Wait(TestContext.Current.CancellationToken);

        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => session.Fail(TestMachine.Error()));
        Assert.Throws<InvalidOperationException>(session.Dispose);
        go.Set();
        await completing;

        Assert.Contains("Complete", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(MigrationSessionState.Completed, session.State);
        Assert.Equal("a.S stop a.D", _machine.Observed);
    }

    [Fact]
    public void ACallInTheWrongStateNamesStateAndCall()
    {
        MigrationSession session = _machine.Begin();

        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => session.ResumeVm());

        Assert.Contains("ResumeVm", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Active", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CompletingWhileTheGuestRunsThrows()
    {
        MigrationSession session = _machine.Begin();

        Assert.Contains("StopVm", Assert.Throws<InvalidOperationException>(() => session.Complete()).Message, StringComparison.Ordinal);
        Assert.Equal(MigrationSessionState.Active, session.State);
    }

    [Fact]
    public void AStopThatDoesNotStopThrows()
    {
        MigrationSession session = new TestNotifiers().Begin(new StubbornVm());

        Assert.Throws<InvalidOperationException>(() => session.StopVm());
        Assert.Equal(MigrationSessionState.Active, session.State);
    }

    [Fact]
    public void ArgumentsAreChecked()
    {
        Assert.Throws<ArgumentNullException>(() => _machine.Notifiers.Begin(null!));
        Assert.Throws<ArgumentNullException>(() => _machine.Notifiers.BeginIncoming(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => _machine.Begin(MigrationMode.All));
        Assert.Throws<ArgumentOutOfRangeException>(() => _machine.Begin(0));
        MigrationSession session = _machine.Begin();
        Assert.Throws<ArgumentNullException>(() => session.Fail(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => session.Fail(TestMachine.Error(), (RestartPolicy)7));
        Assert.Equal(MigrationSessionState.Active, session.State);
    }

    [Fact]
    public void ReclaimOfAPastSessionThrows()
    {
        MigrationSession past = _machine.Begin();
        past.StopVm();
        past.Complete();
        _machine.Begin();

        Assert.Contains("another one has begun", Assert.Throws<InvalidOperationException>(() => past.Reclaim()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReclaimAfterDisposeThrows()
    {
        MigrationSession session = _machine.Begin();
        session.StopVm();
        session.Complete();
        session.Dispose();

        Assert.Throws<ObjectDisposedException>(() => session.Reclaim());
    }

    [Fact]
    public void DisposeWithoutCompleteFailsTheSessionAsAbandoned()
    {
        MigrationFailureKind? kind = null;
        _machine.AddFull("a");
        _machine.Notifiers.Register(new ContextDevice(context => kind = context.Failure?.Kind));
        using (MigrationSession session = _machine.Begin())
        {
            session.StopVm();
        }

        Assert.Equal("a.S stop a.F run a.f", _machine.Observed);
        Assert.Equal(MigrationFailureKind.Abandoned, kind);
    }

    [Fact]
    public void AFailureOfTheVmItselfDoesNotLeaveTheDispatcherBlocked()
    {
        StubbornVm vm = new() { ThrowsOnIsRunning = true };
        TestNotifiers notifiers = new();

        Assert.Throws<NotSupportedException>(() => notifiers.Begin(vm));
        vm.ThrowsOnIsRunning = false;
        notifiers.Begin(vm).Dispose();
    }

    private sealed class StubbornVm : IVirtualMachine
    {
        public bool ThrowsOnIsRunning { get; set; }

        public bool IsRunning => ThrowsOnIsRunning ? throw new NotSupportedException() : true;

        public void Stop()
        {
        }

        public void Start()
        {
        }
    }
}
