using System.Reflection;
using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Registration;

public class RegistrationWhileDispatchingTests
{
    private static readonly MigrationContext s_done = new() { Event = Done, VcpusStopped = true };
    private static readonly MigrationContext s_failed = new() { Event = Failed, VcpusStopped = true };

    private readonly TestMachine _machine = new();

    [Fact]
    public void ADeviceUnregisteredBeforeItsTurnIsNotCalled()
    {
        FullDevice first = _machine.AddFull("a");
        FullDevice second = _machine.AddFull("b");
        _machine.AddFull("c");
        first.Probe.Acts = _ => _machine.Notifiers.Unregister(second);
        _machine.Notifiers.Notify(s_done);

        Assert.Equal("a.D c.D", _machine.Observed);
    }

    [Fact]
    public void ADeviceMayUnregisterItself()
    {
        FullDevice first = _machine.AddFull("a");
        _machine.AddFull("b");
        first.Probe.Acts = _ => _machine.Notifiers.Unregister(first);
        _machine.Notifiers.Notify(s_done);
        _machine.Notifiers.Notify(s_done);

        Assert.Equal("a.D b.D b.D", _machine.Observed);
    }

    [Fact]
    public void ADeviceRegisteredDuringARowIsCalledFromTheNextRowOn()
    {
        FullDevice first = _machine.AddFull("a");
        first.Probe.Acts = context =>
        {
            first.Probe.Acts = null;
            _machine.AddFull("same row");
            _machine.AddFailedOnly("next row");
        };
        _machine.Notifiers.Notify(s_failed);

        Assert.Equal("a.F next row.F", _machine.Observed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void ADeviceUnregisteredAfterTheListGrewIsNotCalled(int added)
    {
        FullDevice first = _machine.AddFull("a");
        FullDevice second = _machine.AddFull("b");
        List<FullDevice> late = [];
        first.Probe.Acts = _ =>
        {
            first.Probe.Acts = null;
            late.AddRange(Enumerable.Range(0, added).Select(i => _machine.AddFull("late")));
            _machine.Notifiers.Unregister(second);
        };
        _machine.Notifiers.Notify(s_done);

        Assert.Equal("a.D", _machine.Observed);
        Assert.Equal(added + 1, _machine.Notifiers.DeviceCount);
    }

    [Fact]
    public void AHandlerMayEmptyTheWholeList()
    {
        List<FullDevice> devices = [.. Enumerable.Range(0, 200).Select(i => _machine.AddFull($"d{i}"))];
        devices[99].Probe.Acts = _ =>
        {
            foreach (FullDevice device in devices)
            {
                _machine.Notifiers.Unregister(device);
            }

            _machine.AddFull("new");
        };
        _machine.Notifiers.Notify(s_done);
        Assert.Equal(100, _machine.Observed.Split(' ').Length);
        _machine.Notifiers.Notify(s_done);
        Assert.Equal("new.D", _machine.Observed);
    }

    [Fact]
    public void AHandlerThatUnregistersAnotherAndThrowsDoesNotDerailTheWalk()
    {
        FullDevice first = _machine.AddFull("a");
        FullDevice second = _machine.AddFull("b");
        _machine.AddFull("c");
        first.Probe.Acts = _ =>
        {
            _machine.Notifiers.Unregister(second);
            _machine.Notifiers.Unregister(first);
            throw new InvalidOperationException();
        };
        DispatchReport report = _machine.Notifiers.Notify(s_done);

        Assert.Equal("a.D c.D", _machine.Observed);
        Assert.Same(first, Assert.Single(report.Faults).Device);
    }

    [Fact]
    public void AHandlerMayRaiseAnotherEvent()
    {
        FullDevice first = _machine.AddFull("a");
        first.Probe.Acts = context =>
        {
            if (context.Event == Done)
            {
                _machine.Notifiers.Notify(s_failed);
            }
        };
        _machine.Notifiers.Notify(s_done);

        Assert.Equal("a.D a.F", _machine.Observed);
    }

    [Fact]
    public async Task ADispatchDoesNotWaitForTheRegistrysLock()
    {
        FullDevice first = _machine.AddFull("a");
        first.Probe.Acts = _ => _machine.Notifiers.Unregister(first);
        using ManualResetEventSlim held = new();
        using ManualResetEventSlim release = new();

        // The handler needs the lock itself, so it is taken when the handler is done.
        object gate = GateOf(_machine.Notifiers);
        Task holder = Task.CompletedTask;
        FullDevice second = _machine.AddFull("b");
        second.Probe.Acts = _ =>
        {
            holder = Task.Run(() =>
            {
                lock (gate)
                {
                    held.Set();
                    release.Wait();
                }
            });
            held.Wait();
        };

        Task dispatch = Task.Run(() => _machine.Notifiers.Notify(s_done), TestContext.Current.CancellationToken);
        Task ended = await Task.WhenAny(dispatch, Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        release.Set();
        await holder;

        Assert.Same(dispatch, ended);
        Assert.Equal("a.D b.D", _machine.Observed);
    }

    private static object GateOf(MigrationDispatcher dispatcher)
    {
        const BindingFlags Private = BindingFlags.NonPublic | BindingFlags.Instance;
        object registry = typeof(MigrationDispatcher).GetField("_registry", Private)!.GetValue(dispatcher)!;
        return registry.GetType().GetField("_gate", Private)!.GetValue(registry)!;
    }
}
