using System.Reflection;

namespace NotifierGen.Generator.Tests.Modules;

/// <summary>Modules come and go while other threads dispatch and register.</summary>
public class ModuleThreadTests
{
    [Fact]
    public async Task NoDispatchMissesARowAndNoDeviceIsLost()
    {
        using var host = new ModuleHost(Machines.Emulator(Machines.Module("Plugin", """
            public static class Counts { public static int Base; public static int Own; }

            public sealed class Card : Bus
            {
                public override void Quiesce() => System.Threading.Interlocked.Increment(ref Counts.Base);

                [OnMigrationEvent(Failed, Order = 1)]
                public void Own() => System.Threading.Interlocked.Increment(ref Counts.Own);
            }
            """)));
        host.Quieten();
        Assembly plugin = host.Module("Plugin");
        FieldInfo counted = plugin.GetType("Plugin.Counts")!.GetField("Base")!;
        object[] stay = [host.Register("Devices.Nic"), host.Register("Plugin.Card")];
        using var stop = new CancellationTokenSource();
        int dispatches = 0;
        int changes = 0;

        Task dispatching = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Assert.False(host.Notify(MigrationEvent.Failed, sessionId: dispatches % 3).HasFaults);
                dispatches++;
                Thread.Yield();
            }
        });
        Task registering = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                object device = host.Register("Devices.Nic");
                Assert.True(host.Board.Unregister(device));
            }
        });
        DateTime end = DateTime.UtcNow.AddSeconds(60);
        while ((changes < 200 || Volatile.Read(ref dispatches) < 20) && DateTime.UtcNow < end && !dispatching.IsCompleted && !registering.IsCompleted)
        {
            if (Change(() => host.Board.AddModule(plugin)))
            {
                changes++;
                Assert.True(host.Board.Unregister(stay[1]));
                while (!Change(() => host.Board.RemoveModule(plugin)))
                {
                }

                host.Board.Register(stay[1]);
            }
        }

        stop.Cancel();
        await Task.WhenAll(dispatching, registering);

        Assert.True(changes > 0);
        Assert.Equal(2, host.Board.DeviceCount);
        int before = (int)counted.GetValue(null)!;
        host.Add("Plugin");
        host.Notify(MigrationEvent.Failed);
        Assert.Equal(before + 1, (int)counted.GetValue(null)!);
    }

    [Fact]
    public async Task EverySessionEndsForWhomItBegan()
    {
        using var host = new ModuleHost(Machines.EmulatorWith(
            """
            public class Counter
            {
                public int Open;

                [OnMigrationEvent(Setup)] public void OnSetup() => Open++;

                [OnMigrationEvent(Failed)] public void OnFailed() => Open--;
            }

            public sealed class Special : Counter
            {
                [OnMigrationEvent(Failed, Order = 1)] public void Again() { }
            }
            """,
            Machines.Module("Plugin", """
                public static class Watch
                {
                    public static int Open;

                    [OnMigrationEvent(Setup)] internal static void OnSetup() => Open++;

                    [OnMigrationEvent(Failed, Before = new[] { typeof(Devices.Nic) })] internal static void OnFailed() => Open--;
                }
                """)));
        host.Quieten();
        Assembly plugin = host.Module("Plugin");
        object[] devices = [host.Register("Counter"), host.Register("Special"), host.Register("Counter")];
        (object Device, FieldInfo Open)[] counters =
        [
            .. devices.Select(device => (device, device.GetType().GetField("Open")!)),
            (null!, plugin.GetType("Plugin.Watch")!.GetField("Open")!),
        ];
        using var stop = new CancellationTokenSource();
        int sessions = 0;
        Task migrating = Task.Run(() =>
        {
            var vm = new Vm();
            while (!stop.IsCancellationRequested)
            {
                host.Board.Begin(vm).Dispose();
                sessions++;
                Assert.All(counters, counter => Assert.Equal(0, counter.Open.GetValue(counter.Device)));
                Thread.Yield();
            }
        });

        int changes = 0;
        DateTime end = DateTime.UtcNow.AddSeconds(60);
        while ((changes < 200 || Volatile.Read(ref sessions) < 20) && DateTime.UtcNow < end && !migrating.IsCompleted)
        {
            if (Change(() => host.Board.AddModule(plugin)))
            {
                changes++;
                while (!Change(() => host.Board.RemoveModule(plugin)))
                {
                }
            }
        }

        stop.Cancel();
        await migrating;
        Assert.True(changes > 0 && sessions > 0);
    }

    private static bool Change(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (InvalidOperationException)
        {
            // A dispatch was under way.
            return false;
        }
    }

    private sealed class Vm : IVirtualMachine
    {
        public bool IsRunning { get; private set; } = true;

        public void Stop() => IsRunning = false;

        public void Start() => IsRunning = true;
    }
}
