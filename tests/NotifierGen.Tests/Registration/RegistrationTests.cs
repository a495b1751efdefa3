using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Registration;

public class RegistrationTests
{
    private readonly TestMachine _machine = new();

    [Fact]
    public void RegisteringTwiceThrowsAndSaysWhat()
    {
        FullDevice device = _machine.AddFull("a");

        ArgumentException thrown = Assert.Throws<ArgumentException>(() => _machine.Notifiers.Register(device));

        Assert.Contains("FullDevice", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _machine.Notifiers.TryRegister(device));
        Assert.Equal(1, _machine.Notifiers.DeviceCount);
    }

    [Fact]
    public void AClassWithoutHandlersIsRefusedByNameOrIgnored()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => _machine.Notifiers.Register("a string"));

        Assert.Contains("System.String", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("OnMigrationEvent", thrown.Message, StringComparison.Ordinal);
        Assert.False(_machine.Notifiers.TryRegister("a string"));
        Assert.Equal(0, _machine.Notifiers.DeviceCount);
    }

    [Fact]
    public void NullIsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => _machine.Notifiers.Register(null!));
        Assert.Throws<ArgumentNullException>(() => _machine.Notifiers.TryRegister(null!));
        Assert.Throws<ArgumentNullException>(() => _machine.Notifiers.Unregister(null!));
    }

    [Fact]
    public void UnregisteringSaysWhetherItWasRegistered()
    {
        FullDevice device = _machine.AddFull("a");

        Assert.True(_machine.Notifiers.Unregister(device));
        Assert.False(_machine.Notifiers.Unregister(device));
        Assert.Equal(0, _machine.Notifiers.DeviceCount);
        _machine.Notifiers.Register(device);
        Assert.Equal(1, _machine.Notifiers.DeviceCount);
    }

    [Fact]
    public void DevicesAreToldApartByIdentity()
    {
        _machine.Notifiers.Register(new EqualDevice());
        _machine.Notifiers.Register(new EqualDevice());

        Assert.Equal(2, _machine.Notifiers.DeviceCount);
    }

    [Fact]
    public void AClassUnknownToTheTableRegistersAsItsBase()
    {
        _machine.Notifiers.Register(new Unknown<int>(_machine.Log, "u"));
        _machine.Notifiers.Notify(new MigrationContext { Event = Failed, VcpusStopped = true });

        Assert.Equal("u.derivedF u.overriddenF", _machine.Observed);
    }

    [Fact]
    public void OrderOfRegistrationSurvivesManyUnregistrations()
    {
        List<FullDevice> devices = [.. Enumerable.Range(0, 500).Select(i => _machine.AddFull($"d{i}"))];
        Random random = new(1);
        for (int round = 0; round < 20; round++)
        {
            foreach (FullDevice device in devices.Where(_ => random.Next(3) > 0).ToList())
            {
                _machine.Notifiers.Unregister(device);
                devices.Remove(device);
            }

            devices.AddRange(Enumerable.Range(0, 100).Select(i => _machine.AddFull($"r{round}.{i}")));
            _machine.Notifiers.Notify(new MigrationContext { Event = Done, VcpusStopped = true });
            Assert.Equal(string.Join(' ', devices.Select(device => $"{device.Probe.Name}.D")), _machine.Observed);
        }
    }

    [Fact]
    public void AnUnregisteredDeviceIsNotKeptAlive()
    {
        WeakReference device = RegisterAndUnregister(_machine);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(device.IsAlive);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference RegisterAndUnregister(TestMachine machine)
    {
        FullDevice device = machine.AddFull("a");
        device.Probe.Acts = _ => machine.Notifiers.Unregister(device);
        machine.Begin().Dispose();
        Assert.Equal(0, machine.Notifiers.DeviceCount);
        return new WeakReference(device);
    }

    private sealed class Unknown<T>(List<string> log, string name) : DerivedDevice(log, name);
}
