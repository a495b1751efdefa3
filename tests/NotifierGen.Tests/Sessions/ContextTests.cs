using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Sessions;

public class ContextTests
{
    private readonly TestMachine _machine = new();
    private readonly List<MigrationContext> _seen = [];

    public ContextTests() => _machine.Notifiers.Register(new ContextDevice(_seen.Add));

    [Fact]
    public void AFailureAtSwitchoverSaysThatTheVmWillStartAndThenThatItDid()
    {
        MigrationSession session = _machine.Begin();
        session.StopVm();
        MigrationFailure failure = TestMachine.Error();
        session.Fail(failure);

        Assert.Collection(
            _seen,
            before =>
            {
                Assert.Equal(Phase.BeforeVmStart, before.Phase);
                Assert.True(before.VcpusStopped);
                Assert.True(before.VmWillStart);
                Assert.False(before.VmStarted);
                Assert.Same(failure, before.Failure);
                Assert.Equal(session.Id, before.SessionId);
            },
            after =>
            {
                Assert.Equal(Phase.AfterVmStart, after.Phase);
                Assert.False(after.VcpusStopped);
                Assert.True(after.VmStarted);
                Assert.Same(failure, after.Failure);
            });
    }

    [Fact]
    public void AFailureWhileTheGuestRunsStartsNothing()
    {
        _machine.Begin().Fail(TestMachine.Error());

        Assert.All(_seen, context => Assert.False(context.VcpusStopped || context.VmWillStart || context.VmStarted));
    }

    [Fact]
    public void AFailureInPostcopyDoesNotStartTheVm()
    {
        MigrationSession session = _machine.Begin();
        session.StopVm();
        session.StartPostcopy();
        _seen.Clear();
        session.Fail(TestMachine.Error());

        Assert.Equal(2, _seen.Count);
        Assert.All(_seen, context => Assert.True(context.VcpusStopped && !context.VmWillStart && !context.VmStarted));
        Assert.False(_machine.Vm.IsRunning);
    }

    [Fact]
    public void AVmThatWasPausedBeforeStaysPaused()
    {
        _machine.Vm.IsRunning = false;
        MigrationSession session = _machine.Begin();
        session.StopVm();
        session.Fail(TestMachine.Error());

        Assert.All(_seen, context => Assert.False(context.VmWillStart || context.VmStarted));
        Assert.False(_machine.Vm.IsRunning);
    }

    [Fact]
    public void EventsOtherThanFailuresCarryNoFailure()
    {
        MigrationSession session = _machine.Begin(MigrationMode.CprTransfer);
        session.StopVm();
        session.Complete();

        MigrationContext done = Assert.Single(_seen);
        Assert.Null(done.Failure);
        Assert.Equal(MigrationMode.CprTransfer, done.Mode);
        Assert.True(done.VcpusStopped);
    }

    [Fact]
    public void AContextWithoutModeIsInNormalMode() => Assert.Equal(MigrationMode.Normal, default(MigrationContext).Mode);
}
