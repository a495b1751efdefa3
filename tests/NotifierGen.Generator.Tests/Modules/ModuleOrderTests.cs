using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Modules;

/// <summary>The rows of modules stand where they would stand if the modules had been referenced.</summary>
public class ModuleOrderTests
{
    [Fact]
    public void RowsTakeTheirPlacesByOrderAndNameAndFailedIsMirrored()
    {
        TestProject module = Machines.Module("Mid", """
            public sealed partial class Modem
            {
                [OnMigrationEvent(Setup)]
                private void OnSetup() => Notes.Add("modem-setup");

                [OnMigrationEvent(Failed)]
                private void OnFailed() => Notes.Add("modem");

                [OnMigrationEvent(Failed, Order = -1)]
                internal static void Shared() => Notes.Add("shared");

                [OnMigrationEvent(Done)]
                internal void OnDone(in MigrationContext context) => Notes.Add("done-" + context.SessionId);
            }

            public sealed partial class Line<T>
            {
                [OnMigrationEvent(Failed, Order = 1)]
                private void OnFailed() => Notes.Add("line-" + typeof(T).Name);
            }
            """);
        using var host = new ModuleHost(Machines.Emulator(module));
        Assert.Equal("Devices.Nic.OnSetup Machine.Bus.Quiesce Devices.Nic.OnFailed Devices.Audit.OnFailed Machine.IBackend.Close", host.Table());

        host.Add("Mid");

        Assert.Equal(
            "Devices.Nic.OnSetup Mid.Modem.OnSetup Mid.Modem.OnDone "
            + "Mid.Modem.Shared Mid.Modem.OnFailed Machine.Bus.Quiesce Devices.Nic.OnFailed Devices.Audit.OnFailed Mid.Line<T>.OnFailed Machine.IBackend.Close",
            host.Table());
        host.Register("Devices.Nic");
        host.Register("Mid.Modem");
        host.Board.Register(Activator.CreateInstance(host.Module("Mid").GetType("Mid.Line`1")!.MakeGenericType(typeof(int)))!);
        host.Register("Devices.Pci");
        host.Notify(MigrationEvent.Setup);
        host.Notify(MigrationEvent.Failed);
        host.Notify(MigrationEvent.Done);
        Assert.Equal("nic-setup modem-setup shared modem bus nic audit line-Int32 done-0", host.Observed);
    }

    [Fact]
    public void EdgesLeadFromAModuleToTheTable()
    {
        TestProject module = Machines.Module("Late", """
            public sealed class Tap : IBackend
            {
                public void Close() => Notes.Add("tap");
            }

            public sealed class Wrap
            {
                [OnMigrationEvent(Failed, After = new[] { typeof(Tap) }, Before = new[] { typeof(Devices.Pci) })]
                public void OnFailed() => Notes.Add("wrap");
            }
            """);
        using var host = new ModuleHost(Machines.Emulator(module));

        host.Add("Late");

        // The compiled rows change places: the bus ran before the backends, and now waits for them.
        Assert.Equal(
            "Devices.Nic.OnSetup Devices.Nic.OnFailed Devices.Audit.OnFailed Machine.IBackend.Close Late.Wrap.OnFailed Machine.Bus.Quiesce",
            host.Table());
        host.Register("Devices.Pci");
        host.Register("Late.Wrap");
        host.Register("Late.Tap");
        host.Notify(MigrationEvent.Failed);
        Assert.Equal("audit tap wrap bus", host.Observed);
    }

    [Fact]
    public void EdgesLeadFromTheTableToAModule()
    {
        // The emulator's own devices know the module's types; the emulator was compiled without it.
        TestProject plugin = Machines.Module("Plugin", "public sealed class Nvme { [OnMigrationEvent(Failed, Order = 7)] public void OnFailed() => Notes.Add(\"nvme\"); }");
        var disks = new TestProject(
            "Disks",
            """
            namespace Disks
            {
                public sealed class Cache
                {
                    [OnMigrationEvent(Failed, After = new[] { typeof(Plugin.Nvme) })]
                    public void OnFailed() => Machine.Notes.Add("cache");
                }
            }
            """)
        {
            References = [plugin, Machines.Machine],
        };
        GeneratedProject board = GeneratorTest.Check(new TestProject("Emulator", "[DispatchTable] public sealed partial class Board : MigrationDispatcher { }")
        {
            References = [disks],
            ReferencesTransitively = false,
        });

        string table = CompiledProject.Use(board, assemblies =>
        {
            var dispatcher = (MigrationDispatcher)Activator.CreateInstance(assemblies[^1].GetType("Board")!)!;
            dispatcher.AddModule(assemblies.Single(assembly => assembly.GetName().Name == "Plugin"));
            return string.Concat(dispatcher.CurrentTable.ToArray().Select(row => row.Device + " "));
        });

        Assert.Equal("Plugin.Nvme Disks.Cache ", table);
    }

    [Fact]
    public void AnEdgeMeansTheNearestInterfaceOrBaseClassThatHasRows()
    {
        TestProject module = Machines.Module("Deep", """
            public interface ITap : IBackend
            {
                [OnMigrationEvent(Failed, Order = 8)] void Flush();
            }

            public abstract class Base : Bus
            {
                [OnMigrationEvent(Done)] public void OnDone() { }
            }

            public sealed class Tap : Base, ITap { public void Close() { } public void Flush() { } }

            public sealed class Nic
            {
                [OnMigrationEvent(Failed, After = new[] { typeof(Tap) }, Order = 9)] public void AfterTheTapButNotTheBackend() { }

                [OnMigrationEvent(Done, Before = new[] { typeof(Tap) }, Order = 9)] public void BeforeTheBaseClass() { }
            }
            """);
        using var host = new ModuleHost(Machines.Emulator(module));

        host.Add("Deep");

        Assert.Contains("Deep.Nic.BeforeTheBaseClass Deep.Base.OnDone ", host.Table(), StringComparison.Ordinal);
        Assert.EndsWith(" Deep.ITap.Flush Deep.Nic.AfterTheTapButNotTheBackend Machine.IBackend.Close", host.Table(), StringComparison.Ordinal);
    }

    [Fact]
    public void RowsThatTheCompilerLeftOutAsACycleStayOutAndInTheWay()
    {
        // Somebody has switched NG0004 off. The generator leaves both rows out, but what is after them is not moved before others for that.
        using var host = new ModuleHost(Machines.EmulatorWith(
            """
            public class Egg { [OnMigrationEvent(Done, After = new[] { typeof(Hen) })] public void OnDone() { } }

            public class Hen
            {
                [OnMigrationEvent(Done, After = new[] { typeof(Egg) })] public void OnDone() { }

                [OnMigrationEvent(Setup)] public void Wake() { }
            }

            public class Fox { [OnMigrationEvent(Done, After = new[] { typeof(Hen) })] public void OnDone() { } }
            """,
            Machines.Module("Plugin", "public class Dog { [OnMigrationEvent(Done, Order = -1)] public void OnDone() { } }")));

        host.Add("Plugin");

        Assert.EndsWith("OnSetup Hen.Wake Plugin.Dog.OnDone Fox.OnDone Machine.Bus.Quiesce Devices.Nic.OnFailed Devices.Audit.OnFailed Machine.IBackend.Close", host.Table(), StringComparison.Ordinal);
    }

    [Fact]
    public void ModulesMayNameEachOtherAndComeInAnyOrder()
    {
        TestProject first = Machines.Module("First", "public class A { [OnMigrationEvent(Done, Order = 5)] public void OnDone() => Notes.Add(\"a\"); }");
        var second = new TestProject(
            "Second",
            "namespace Second { public sealed class B : First.A { [OnMigrationEvent(Done, Before = new[] { typeof(First.A) })] public void Earlier() => Machine.Notes.Add(\"b\"); } }")
        {
            References = [first, Machines.Machine],
        };

        foreach (string[] order in new string[][] { ["First", "Second"], ["Second", "First"] })
        {
            using var host = new ModuleHost(Machines.Emulator(first, second));
            _ = host.Module("First");
            host.Add(order[0]);
            object device = host.New(order[0] == "First" ? "First.A" : "Second.B");
            host.Board.Register(device);
            host.Add(order[1]);
            object other = host.Register("Second.B");

            host.Notify(MigrationEvent.Done);
            Assert.Equal(order[0] == "First" ? "b a a" : "b b a a", host.Observed);
            Assert.True(host.Board.Unregister(device));
            Assert.True(host.Board.Unregister(other));
        }
    }

    [Fact]
    public void TheSameAssemblyInTwoContextsIsTwoModules()
    {
        TestProject module = Machines.Module("Twin", """
            public sealed class Nic { [OnMigrationEvent(Done, After = new[] { typeof(Bridge) })] public void OnDone() => Notes.Add("twin"); }

            public sealed class Bridge { [OnMigrationEvent(Done, Order = 5)] public void OnDone() { } }
            """);
        using var host = new ModuleHost(Machines.Emulator(module));
        System.Reflection.Assembly other = host.Load("Twin", out System.Runtime.Loader.AssemblyLoadContext context);

        host.Add("Twin");
        host.Board.AddModule(other);
        host.Register("Twin.Nic");
        Assert.True(host.Board.TryRegister(Activator.CreateInstance(other.GetType("Twin.Nic")!)!));
        host.Notify(MigrationEvent.Done);

        GC.KeepAlive(context);
        Assert.Equal("twin twin", host.Observed);

        // Each waits for its own bridge only.
        Assert.Contains("Twin.Bridge.OnDone Twin.Nic.OnDone Twin.Bridge.OnDone Twin.Nic.OnDone", host.Table(), StringComparison.Ordinal);
    }

    [Fact]
    public void ARemovedModuleLeavesTheCompiledTable()
    {
        TestProject one = Machines.Module("One", "public sealed class X { [OnMigrationEvent(Failed, Before = new[] { typeof(Bus) }, After = new[] { typeof(Devices.Nic) })] public void OnFailed() { } }");
        TestProject two = Machines.Module("Two", "public sealed class Y { [OnMigrationEvent(Failed)] public void OnFailed() => Notes.Add(\"y\"); }");
        using var host = new ModuleHost(Machines.Emulator(one, two));
        string compiled = host.Table();

        host.Add("One", "Two");
        Assert.True(host.Board.RemoveModule(host.Module("One")));
        Assert.False(host.Board.RemoveModule(host.Module("One")));
        Assert.Equal(compiled.Replace("Machine.Bus", "Two.Y.OnFailed Machine.Bus", StringComparison.Ordinal), host.Table());
        Assert.True(host.Board.RemoveModule(host.Module("Two")));
        Assert.Equal(compiled, host.Table());

        host.Add("One", "Two");
        Assert.Contains("Devices.Nic.OnFailed One.X.OnFailed Machine.Bus.Quiesce", host.Table(), StringComparison.Ordinal);
    }
}
