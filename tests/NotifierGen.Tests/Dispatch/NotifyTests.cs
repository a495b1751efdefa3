using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Dispatch;

public class NotifyTests
{
    private readonly TestMachine _machine = new();

    [Fact]
    public void WithoutSessionIdThereIsNoPairing()
    {
        _machine.AddFull("a");
        _machine.Notifiers.Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, VcpusStopped = true });

        Assert.Equal("a.F", _machine.Observed);
    }

    [Fact]
    public void WithASessionIdOfTheHostDevicesArePaired()
    {
        _machine.AddFull("a");
        FullDevice refusing = _machine.AddFull("b");
        refusing.Probe.Answers = _ => SetupResult.Refuse("no");
        DispatchReport report = _machine.Notifiers.Notify(new MigrationContext { Event = Setup, SessionId = 7 });
        _machine.Notifiers.Notify(new MigrationContext { Event = Failed, VcpusStopped = true, SessionId = 7 });
        _machine.Notifiers.Notify(new MigrationContext { Event = Failed, VcpusStopped = true, SessionId = 8 });

        Assert.Equal("a.S b.S a.F", _machine.Observed);
        Assert.Same(refusing, report.Refusal!.Device);
    }

    [Fact]
    public void AHostWithItsOwnIdCannotCutIntoAnOpenSession()
    {
        MigrationSession session = _machine.Begin();

        Assert.Throws<InvalidOperationException>(() => _machine.Notifiers.Notify(new MigrationContext { Event = Failed, SessionId = session.Id + 1 }));
        Assert.Throws<InvalidOperationException>(() => _machine.Notifiers.Notify(new MigrationContext { Event = Setup, SessionId = session.Id }));
    }

    [Fact]
    public void AHostMayRaiseAnEventOfTheOpenSession()
    {
        FullDevice device = _machine.AddFull("a");
        MigrationSession session = _machine.Begin();
        _machine.AddFull("late");
        _machine.Notifiers.Notify(new MigrationContext { Event = PostcopyStart, SessionId = session.Id });

        Assert.Equal("a.S a.P", _machine.Observed);
        Assert.True(_machine.Notifiers.Unregister(device));
    }

    [Fact]
    public void ContradictoryContextsAreRefused()
    {
        Assert.Throws<ArgumentException>(() => _machine.Notifiers.Notify(new MigrationContext { Event = (MigrationEvent)99 }));
        Assert.Throws<ArgumentException>(() => _machine.Notifiers.Notify(new MigrationContext { Event = Done, Phase = Phase.AfterVmStart }));
        Assert.Throws<ArgumentException>(() => _machine.Notifiers.Notify(new MigrationContext { Event = Failed, Phase = (Phase)2 }));
        Assert.Throws<ArgumentException>(() => _machine.Notifiers.Notify(new MigrationContext { Event = Done, Mode = MigrationMode.All }));
        Assert.Throws<ArgumentException>(() => _machine.Notifiers.Notify(new MigrationContext { Event = Done, Mode = (MigrationMode)64 }));
    }

    [Fact]
    public void OnlyRowsOfTheModeRun()
    {
        _machine.AddFull("a");
        _machine.AddFailedOnly("n");
        _machine.Notifiers.Notify(new MigrationContext { Event = Failed, Mode = MigrationMode.BackgroundSnapshot, VcpusStopped = true });

        Assert.Equal("a.F", _machine.Observed);
    }

    [Fact]
    public void FaultsGoToTheEventSourceToo()
    {
        using FaultListener listener = new();
        FullDevice device = _machine.AddFull("a");
        device.Probe.Acts = _ => throw new InvalidOperationException("marker 4711");
        _machine.Notifiers.Notify(new MigrationContext { Event = Done });

        Assert.Contains(listener.Messages, message => message.Contains("marker 4711", StringComparison.Ordinal));
    }
}
