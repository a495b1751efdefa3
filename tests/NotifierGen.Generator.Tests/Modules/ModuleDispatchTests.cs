using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Modules;

/// <summary>What a dispatch promises it promises for the rows of modules.</summary>
public class ModuleDispatchTests
{
    private static readonly TestProject s_module = Machines.Module("Plugin", """
        public class Tpm
        {
            public bool Refuses;
            public bool Throws;

            [OnMigrationEvent(Setup, Order = 1)]
            public SetupResult OnSetup()
            {
                Notes.Add("tpm-setup");
                return Refuses ? SetupResult.Refuse("sealed") : SetupResult.Accept;
            }

            [OnMigrationEvent(Failed, Order = -5, RequiresStoppedVm = true)]
            public void OnFailed(in MigrationContext context)
            {
                Notes.Add("tpm" + (context.VcpusStopped ? "-stopped" : ""));
                if (Throws)
                {
                    throw new System.InvalidOperationException("no key");
                }
            }

            [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.CprExec)]
            public void After() => Notes.Add("tpm-after");
        }

        public sealed class Hotplug : Bus
        {
            public override void Quiesce() => Notes.Add("hotplug-bus");

            [OnMigrationEvent(Failed, Order = 3)]
            public void Unplug() => Notes.Add("unplug");
        }

        public static partial class Watch
        {
            [OnMigrationEvent(Setup, Order = -9)]
            private static SetupResult OnSetup() { Notes.Add("watch-setup"); return SetupResult.Accept; }

            [OnMigrationEvent(Failed, Order = 9)]
            private static void OnFailed() => Notes.Add("watch");
        }
        """);

    private static void Set(object device, string field) => device.GetType().GetField(field)!.SetValue(device, true);

    [Fact]
    public void AHandlerThatThrowsKeepsNobodyFromRunning()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        host.Add("Plugin");
        object first = host.Register("Plugin.Tpm");
        object second = host.Register("Plugin.Tpm");
        host.Register("Devices.Nic");
        Set(first, "Throws");
        Set(second, "Throws");

        DispatchReport report = host.Notify(MigrationEvent.Failed);

        Assert.Equal("tpm tpm nic audit watch", host.Observed);
        Assert.Equal([(second, "Plugin.Tpm.OnFailed", "no key"), (first, "Plugin.Tpm.OnFailed", "no key")], report.Faults.Select(fault => (fault.Device!, fault.Handler, fault.Exception.Message)));
    }

    [Fact]
    public void ARefusalEndsSetupAndWhoHadAcceptedIsTold()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        host.Add("Plugin");
        host.Register("Devices.Nic");
        host.Register("Plugin.Tpm");
        object refusing = host.Register("Plugin.Tpm");
        host.Register("Plugin.Tpm");
        Set(refusing, "Refuses");

        Assert.False(host.Board.TryBegin(new Vm(), MigrationMode.Normal, out _, out SetupRefusal? refusal));

        Assert.Same(refusing, refusal.Device);
        Assert.Equal("Plugin.Tpm.OnSetup refused: sealed", refusal.ToString());

        // The guest runs, and the module's device wants it stopped.
        Assert.Equal("watch-setup nic-setup tpm-setup tpm-setup tpm-stopped nic audit watch", host.Observed);
    }

    [Fact]
    public void DevicesThatCameAfterSetupGetNothingAndModesAreKept()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        host.Add("Plugin");
        host.Register("Plugin.Tpm");
        using (MigrationSession session = host.Board.Begin(new Vm()))
        {
            host.Register("Plugin.Tpm");
            host.Register("Plugin.Hotplug");
        }

        Assert.Equal("watch-setup tpm-setup tpm-stopped hotplug-bus audit unplug watch", host.Observed);
        host.Notify(MigrationEvent.Failed, Phase.AfterVmStart, MigrationMode.CprExec);
        Assert.Equal("tpm-after tpm-after", host.Observed);
    }

    [Fact]
    public void AHandlerMayUnregisterItselfAndOthers()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        host.Add("Plugin");
        object first = host.Register("Plugin.Tpm");
        object second = host.Register("Plugin.Tpm");
        object third = host.Register("Plugin.Hotplug");
        int notes = 0;
        Action onNote = () =>
        {
            if (notes++ == 0)
            {
                Assert.True(host.Board.Unregister(second));
                Assert.True(host.Board.Unregister(first));
                Assert.True(host.Board.Unregister(third));
            }
        };
        host.OnNote(onNote);

        host.Notify(MigrationEvent.Failed);

        // Failed goes backwards: the second device's handler ran, and took the others away.
        Assert.Equal("tpm audit watch", host.Observed);
        Assert.Equal(0, host.Board.DeviceCount);
    }

    [Fact]
    public void ADeviceThatIsRegisteredAlreadyGetsTheModulesHandlersAndKeepsItsPlace()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        _ = host.Module("Plugin");
        host.Register("Devices.Pci");
        object hotplug = host.Register("Plugin.Hotplug");
        object pci = host.Register("Devices.Pci");
        host.Notify(MigrationEvent.Failed);
        Assert.Equal("bus hotplug-bus bus audit", host.Observed);

        host.Add("Plugin");
        host.Notify(MigrationEvent.Failed);
        Assert.Equal("bus hotplug-bus bus audit unplug watch", host.Observed);

        Assert.True(host.Board.Unregister(hotplug));
        Assert.True(host.Board.Unregister(pci));
        host.Board.Register(hotplug);
        Assert.True(host.Board.Unregister(hotplug));
        Assert.True(host.Board.RemoveModule(host.Module("Plugin")));
        host.Board.Register(hotplug);
        host.Notify(MigrationEvent.Failed);
        Assert.Equal("hotplug-bus bus audit", host.Observed);
    }

    [Fact]
    public void AHostsOwnSequenceGoesOnOverAModuleThatComesAndGoes()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        host.Register("Devices.Nic");
        object gone = host.Register("Devices.Nic");
        host.Register("Devices.Nic");
        host.Notify(MigrationEvent.Setup, sessionId: 7);
        host.Board.Unregister(gone);
        host.Register("Devices.Nic");

        host.Add("Plugin");
        host.Register("Devices.Nic");
        host.Register("Plugin.Hotplug");
        _ = host.Observed;
        host.Notify(MigrationEvent.Failed, sessionId: 7);

        // Two of the NICs had accepted. Nobody asked the module's static handler in Setup, and its bus has no Setup.
        Assert.Equal("hotplug-bus nic nic audit unplug", host.Observed);

        host.Notify(MigrationEvent.Setup, sessionId: 8);
        _ = host.Observed;
        object late = host.Register("Plugin.Tpm");
        Assert.Throws<InvalidOperationException>(() => host.Board.RemoveModule(host.Module("Plugin")));
        host.Notify(MigrationEvent.Failed, sessionId: 8);
        Assert.Equal("hotplug-bus nic nic nic nic audit unplug watch", host.Observed);
    }

    [Fact]
    public void AStaticHandlerThatWasAskedInSetupIsToldOverAModuleThatComes()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module, Machines.Module("More", "public sealed class M { [OnMigrationEvent(Setup)] public void OnSetup() { } }")));
        host.Add("Plugin");
        host.Notify(MigrationEvent.Setup, sessionId: 9);
        host.Add("More");
        host.Notify(MigrationEvent.Failed, sessionId: 9);

        Assert.Equal("watch-setup audit watch", host.Observed);
    }

    [Fact]
    public void ADeviceOfSeveralClassesThatAcceptedIsToldOverAModuleThatComes()
    {
        using var host = new ModuleHost(Machines.Emulator(
            Machines.Module("Cards", "public sealed class Card : Devices.Nic { [OnMigrationEvent(Failed, Order = 2)] public void Eject() => Notes.Add(\"eject\"); }"),
            Machines.Module("More", "public sealed class M { [OnMigrationEvent(Setup)] public void OnSetup() { } }")));
        host.Add("Cards");
        host.Register("Cards.Card");
        host.Notify(MigrationEvent.Setup, sessionId: 5);
        host.Register("Cards.Card");
        host.Add("More");
        host.Notify(MigrationEvent.Failed, sessionId: 5);

        Assert.Equal("nic-setup nic audit eject", host.Observed);
    }

    [Fact]
    public void ASessionThatIsOverMayStillBeReclaimed()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module, Machines.Module("Back", """
            public sealed class Disk
            {
                [OnMigrationEvent(Setup)] public void OnSetup() => Notes.Add("disk-setup");

                [OnMigrationEvent(Reclaimed)] public void OnReclaimed() => Notes.Add("reclaimed");
            }
            """)));
        host.Add("Back");
        host.Register("Back.Disk");
        using MigrationSession session = host.Board.Begin(new Vm());
        host.Register("Back.Disk");
        session.StopVm();
        session.Complete();

        host.Add("Plugin");
        session.Reclaim();

        Assert.Equal("disk-setup reclaimed", host.Observed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void ADispatchAllocatesNothing(long sessionId)
    {
        using var host = new ModuleHost(Machines.Emulator(Machines.Module("Quiet", """
            public class Base
            {
                [OnMigrationEvent(Setup)] public void OnSetup() { }

                [OnMigrationEvent(Failed)] public void OnFailed() { }
            }

            public sealed class Derived : Base
            {
                [OnMigrationEvent(Failed, Order = 1)] public void Again() { }
            }

            public static class Fixed
            {
                [OnMigrationEvent(Failed)] internal static void OnFailed() { }
            }
            """)));
        host.Add("Quiet");
        for (int i = 0; i < 10; i++)
        {
            host.Register("Quiet.Base");
            host.Register("Quiet.Derived");
        }

        host.Quieten();
        host.Notify(MigrationEvent.Setup, sessionId: sessionId);
        host.Notify(MigrationEvent.Failed, sessionId: sessionId);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            host.Notify(MigrationEvent.Failed, sessionId: sessionId);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private sealed class Vm : IVirtualMachine
    {
        public bool IsRunning { get; private set; } = true;

        public void Stop() => IsRunning = false;

        public void Start() => IsRunning = true;
    }
}
