using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Sessions;

public class PairingTests
{
    private readonly TestMachine _machine = new();

    [Fact]
    public void ARefusalTellsFailedToThoseThatAcceptedAndToClassesWithoutSetup()
    {
        _machine.AddFailedOnly("n");
        _machine.AddFull("a");
        FullDevice refusing = _machine.AddFull("b");
        _machine.AddFull("c");
        refusing.Probe.Answers = _ => SetupResult.Refuse("the guest is not suspended");

        MigrationRefusedException thrown = Assert.Throws<MigrationRefusedException>(() => _machine.Begin());

        Assert.Equal("a.S b.S a.F(n) n.F(n) a.f", _machine.Observed);
        Assert.Same(refusing, thrown.Device);
        Assert.Equal("the guest is not suspended", thrown.Reason);
        Assert.Equal("NotifierGen.Tests.Machine.FullDevice.OnSetup", thrown.Handler);
        Assert.Empty(thrown.Refusal.Rollback.Faults);
    }

    [Fact]
    public void ADeviceRegisteredAfterSetupGetsNothingOfTheSession()
    {
        _machine.AddFull("a");
        MigrationSession session = _machine.Begin();
        _machine.AddFull("late");
        session.StopVm();
        session.Complete();

        Assert.Equal("a.S stop a.D", _machine.Observed);
    }

    [Fact]
    public void AClassWithoutSetupTakesPartWhenItIsRegisteredAtTheEnd()
    {
        MigrationSession session = _machine.Begin();
        _machine.AddFailedOnly("late");
        session.Fail(TestMachine.Error());

        Assert.Equal("late.F(n)", _machine.Observed);
    }

    [Fact]
    public void ADeviceThatIsRegisteredAgainDuringTheSessionHasNotBeenAsked()
    {
        FullDevice device = _machine.AddFull("a");
        MigrationSession session = _machine.Begin();
        _machine.Notifiers.Unregister(device);
        _machine.Notifiers.Register(device);
        session.Fail(TestMachine.Error());

        Assert.Equal("a.S", _machine.Observed);
    }

    [Fact]
    public void ASetupOfAnotherModeDoesNotPair()
    {
        _machine.Add(new StoppedVmDevice(_machine.Log, "q"));
        _machine.Add(new ModeDevice(_machine.Log, "m"));
        _machine.Begin(MigrationMode.CprExec).Fail(TestMachine.Error());

        Assert.Equal("m.F", _machine.Observed);
    }

    [Fact]
    public void TheNextSessionAsksEveryoneAgain()
    {
        FullDevice device = _machine.AddFull("a");
        device.Probe.Answers = _ => SetupResult.Refuse("busy");
        Assert.Throws<MigrationRefusedException>(() => _machine.Begin());
        device.Probe.Answers = null;
        MigrationSession session = _machine.Begin();
        session.StopVm();
        session.Complete();

        Assert.Equal("a.S a.S stop a.D", _machine.Observed);
    }

    [Fact]
    public void ADerivedDeviceIsPairedThroughTheSetupThatItInherits()
    {
        BaseDevice first = _machine.Add(new BaseDevice(_machine.Log, "base"));
        DerivedDevice second = _machine.Add<DerivedDevice>(new(_machine.Log, "derived"));
        MigrationSession session = _machine.Begin();
        _machine.Add<DerivedDevice>(new(_machine.Log, "late"));
        session.Fail(TestMachine.Error());
        Assert.Equal("base.baseS derived.baseS derived.derivedF derived.overriddenF base.baseF", _machine.Observed);

        second.Probe.Answers = _ => SetupResult.Refuse("no");
        Assert.False(_machine.Notifiers.TryBegin(_machine.Vm, MigrationMode.Normal, out _, out SetupRefusal? refusal));
        Assert.Same(second, refusal.Device);
        Assert.Equal("base.baseS derived.baseS base.baseF", _machine.Observed);
        Assert.True(_machine.Notifiers.Unregister(first));
    }

    [Fact]
    public void StaticHandlersArePairedLikeADevice()
    {
        StaticHandlers.Probe = new Probe(_machine.Log, "static");
        try
        {
            _machine.Begin(MigrationMode.CprExec).Fail(TestMachine.Error());
            Assert.Equal("static.S static.F", _machine.Observed);

            StaticHandlers.Probe.Answers = _ => SetupResult.Refuse("no");
            MigrationRefusedException thrown = Assert.Throws<MigrationRefusedException>(() => _machine.Begin(MigrationMode.CprExec));
            Assert.Equal("static.S", _machine.Observed);
            Assert.Null(thrown.Device);
        }
        finally
        {
            StaticHandlers.Probe = null;
        }
    }

    [Fact]
    public void ReclaimedGoesToTheSameDevices()
    {
        FullDevice gone = _machine.AddFull("gone");
        _machine.AddFull("a");
        MigrationSession session = _machine.Begin();
        _machine.AddFull("late");
        _machine.Notifiers.Unregister(gone);
        session.StopVm();
        session.Complete();
        _machine.Log.Clear();
        session.Reclaim();

        Assert.Equal("a.R run a.r", _machine.Observed);
    }
}
