using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Modules;

/// <summary>A module's load context goes when its devices are unregistered: nothing of the library keeps it alive.</summary>
public class ModuleUnloadTests
{
    private static readonly TestProject s_module = Machines.Module("Plugin", """
        public sealed class Nic : Bus
        {
            [OnMigrationEvent(Setup)]
            public SetupResult OnSetup() => SetupResult.Refuse("no link");

            [OnMigrationEvent(Failed, After = new[] { typeof(Devices.Nic) })]
            public void OnFailed() { throw new System.InvalidOperationException("gone"); }
        }

        public sealed partial class Queue<T>
        {
            [OnMigrationEvent(Failed)]
            private void OnFailed() => Notes.Add("queue");
        }

        public static class Watch
        {
            [OnMigrationEvent(Failed)]
            internal static void OnFailed() => Notes.Add("watch");
        }
        """);

    [Fact]
    public void AfterRemoveModule()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));

        WeakReference[] context = UseAndRemove(host);

        IsGone(context);
        Assert.DoesNotContain("Plugin", host.Table(), StringComparison.Ordinal);
    }

    [Fact]
    public void OnUnloadWhereNoDeviceIsRegistered()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));

        WeakReference[] context = UseAndUnload(host);

        Assert.DoesNotContain("Plugin", host.Table(), StringComparison.Ordinal);
        IsGone(context);
    }

    [Fact]
    public void OnUnloadAsSoonAsTheLastDeviceIsUnregistered()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));

        WeakReference[] context = UnloadAndUnregister(host);

        Assert.DoesNotContain("Plugin", host.Table(), StringComparison.Ordinal);
        IsGone(context);
    }

    [Fact]
    public void OnUnloadAsSoonAsTheSessionIsOver()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));

        WeakReference[] context = UnloadInASession(host, out MigrationSession session);

        Assert.DoesNotContain("Plugin", host.Table(), StringComparison.Ordinal);
        IsGone(context);
        GC.KeepAlive(session);
    }

    [Fact]
    public void OnUnloadInAHandlerWhenTheDispatchIsOver()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));

        WeakReference[] context = UnloadInAHandler(host);

        Assert.DoesNotContain("Plugin", host.Table(), StringComparison.Ordinal);
        IsGone(context);
    }

    [Fact]
    public void AModuleThatNobodyElseHoldsStaysAndADispatcherThatNobodyHoldsGoes()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        WeakReference dispatcher = AddToBoth(host);
        Collect();
        Collect();

        Assert.False(dispatcher.IsAlive);
        host.Notify(MigrationEvent.Failed);
        Assert.Equal("watch audit", host.Observed);
    }

    [Fact]
    public void ARemovedModuleThatNobodyHoldsIsUnloadedWithoutBeingAsked()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));

        WeakReference[] context = UseAndRemove(host, unload: false);

        IsGone(context);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AddToBoth(ModuleHost host)
    {
        Assembly assembly = host.Load("Plugin", out AssemblyLoadContext context);
        var other = (MigrationDispatcher)host.New("Board");
        other.AddModule(assembly);
        host.Board.AddModule(assembly);
        GC.KeepAlive(context);
        return new WeakReference(other);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] UseAndRemove(ModuleHost host, bool unload = true)
    {
        Assembly module = Use(host, out object[] devices);
        Unregister(host, devices);
        Assert.True(host.Board.RemoveModule(module));
        return unload ? Unload(module) : Watch(module);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] UseAndUnload(ModuleHost host)
    {
        Assembly module = Use(host, out object[] devices);
        Unregister(host, devices);
        return Unload(module);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] UnloadAndUnregister(ModuleHost host)
    {
        Assembly module = Use(host, out object[] devices);
        WeakReference[] context = Unload(module);
        Assert.Contains("Plugin.Queue<T>", host.Table(), StringComparison.Ordinal);
        host.Notify(MigrationEvent.Failed);
        Assert.Contains("queue", host.Observed, StringComparison.Ordinal);
        Unregister(host, devices);
        return context;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] UnloadInASession(ModuleHost host, out MigrationSession session)
    {
        Assembly module = Use(host, out object[] devices);
        Unregister(host, devices);
        session = host.Board.Begin(new RunningVm());
        WeakReference[] context = Unload(module);
        Assert.Contains("Plugin", host.Table(), StringComparison.Ordinal);
        session.Dispose();
        return context;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference[] UnloadInAHandler(ModuleHost host)
    {
        Assembly module = Use(host, out object[] devices);
        WeakReference[]? context = null;
        host.OnNote(() =>
        {
            if (context is null)
            {
                context = Unload(module);
                Unregister(host, devices);
                Assert.Contains("Plugin", host.Table(), StringComparison.Ordinal);
            }
        });
        host.Notify(MigrationEvent.Failed);
        host.OnNote(() => { });
        return context!;
    }

    /// <summary>Registers devices, and lets them refuse and throw: nobody may remember them for that.</summary>
    private static Assembly Use(ModuleHost host, out object[] devices)
    {
        Assembly module = host.Load("Plugin", out AssemblyLoadContext context);
        host.Board.AddModule(module);
        GC.KeepAlive(context);
        devices =
        [
            Activator.CreateInstance(module.GetType("Plugin.Nic")!)!,
            Activator.CreateInstance(module.GetType("Plugin.Queue`1")!.MakeGenericType(module.GetType("Plugin.Nic")!))!,
            Activator.CreateInstance(module.GetType("Plugin.Nic")!)!,
        ];
        foreach (object device in devices)
        {
            host.Board.Register(device);
        }

        host.Register("Devices.Nic");
        host.Register("Devices.Pci");
        Assert.NotNull(host.Notify(MigrationEvent.Setup, sessionId: 3).Refusal);
        Assert.Equal(2, host.Notify(MigrationEvent.Failed).Faults.Count);
        Assert.False(host.Board.TryBegin(new RunningVm(), MigrationMode.Normal, out _, out SetupRefusal? refusal));
        Assert.Same(devices[0], refusal.Device);
        Assert.NotNull(host.Notify(MigrationEvent.Setup, sessionId: 4).Refusal);
        _ = host.Observed;
        return module;
    }

    private static void Unregister(ModuleHost host, object[] devices)
    {
        foreach (object device in devices)
        {
            Assert.True(host.Board.Unregister(device));
        }
    }

    private static WeakReference[] Unload(Assembly module)
    {
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(module)!;
        context.Unload();
        return Watch(module);
    }

    /// <summary>The assembly lives as long as anything of it does; the context may go before.</summary>
    private static WeakReference[] Watch(Assembly module) => [new WeakReference(AssemblyLoadContext.GetLoadContext(module)), new WeakReference(module)];

    private static void IsGone(WeakReference[] watched)
    {
        for (int i = 0; watched.Any(each => each.IsAlive) && i < 20; i++)
        {
            Collect();
        }

        Assert.All(watched, each => Assert.False(each.IsAlive));
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private sealed class RunningVm : IVirtualMachine
    {
        public bool IsRunning { get; private set; } = true;

        public void Stop() => IsRunning = false;

        public void Start() => IsRunning = true;
    }
}
