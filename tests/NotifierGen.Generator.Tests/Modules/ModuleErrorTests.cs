using System.Reflection;
using System.Runtime.Loader;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Modules;

/// <summary>What cannot be a module, or not now: the exception says what, where and what to do, and the dispatcher is as it was.</summary>
public class ModuleErrorTests
{
    private static readonly TestProject s_module = Machines.Module("Plugin", "public sealed class Tpm { [OnMigrationEvent(Failed)] public void OnFailed() => Notes.Add(\"tpm\"); }");

    private static string Refused<T>(ModuleHost host, Action action)
        where T : Exception
    {
        string before = host.Table();
        string message = Assert.Throws<T>(action).Message;
        Assert.Equal(before, host.Table());
        host.Notify(MigrationEvent.Failed);
        Assert.EndsWith("audit", host.Observed, StringComparison.Ordinal);
        return message;
    }

    private static string RefusedToAdd(ModuleHost host, Assembly module) => Refused<ArgumentException>(host, () => host.Board.AddModule(module));

    [Fact]
    public void NothingIsNoModule()
    {
        using var host = new ModuleHost(Machines.Emulator());

        Refused<ArgumentNullException>(host, () => host.Board.AddModule(null!));
        Refused<ArgumentNullException>(host, () => host.Board.RemoveModule(null!));
        Assert.False(host.Board.RemoveModule(typeof(object).Assembly));
    }

    [Fact]
    public void AnAssemblyWithoutAManifest()
    {
        using var host = new ModuleHost(Machines.Emulator(Machines.Module("Plain", "public sealed class Nothing { }")));

        Assert.Equal(
            "AddModule: 'Plain' cannot be added: it has no manifest. Mark its handlers with [OnMigrationEvent] and build it with the NotifierGen package. (Parameter 'module')",
            RefusedToAdd(host, host.Module("Plain")));
    }

    [Theory]
    [InlineData(0, "Rebuild the module with the NotifierGen package of the application.")]
    [InlineData(9, "Update the NotifierGen package of the application.")]
    public void AManifestOfAnotherVersion(int version, string advice)
    {
        using var host = new ModuleHost(Machines.Emulator(new TestProject("Other", $"[assembly: NotifierGen.CompilerServices.NotifierManifest({version}, typeof(object))]")));

        Assert.Contains($"its manifest has version {version}, and this library reads version 1. {advice}", RefusedToAdd(host, host.Module("Other")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NotifierManifest(1, typeof(object))", "'System.Object' has no [DeviceRows].")]
    [InlineData("NotifierManifest(1, null, typeof(Rows))", "'Rows' has no field 'Class'.")]
    [InlineData("NotifierManifest(1, typeof(NoRows))", "'NoRows' has no [DeviceRows].")]
    public void AManifestThatTheGeneratorDidNotWrite(string manifest, string problem)
    {
        using var host = new ModuleHost(Machines.Emulator(new TestProject("Odd", $$"""
            [assembly: NotifierGen.CompilerServices.{{manifest}}]

            [NotifierGen.CompilerServices.DeviceRows(null, null)]
            public static class NoRows { }

            [NotifierGen.CompilerServices.DeviceRows(typeof(object), "Object")]
            public static class Rows
            {
                [NotifierGen.CompilerServices.DeviceRow("H", Failed, Phase.BeforeVmStart, MigrationMode.Normal)]
                public static void Row(ref NotifierGen.CompilerServices.RowCursor cursor, in MigrationContext context) { }
            }
            """)));

        Assert.Contains(problem, RefusedToAdd(host, host.Module("Odd")), StringComparison.Ordinal);
    }

    [Fact]
    public void AModuleThatNamesWhatIsNotThere()
    {
        var missing = new TestProject("Missing", "namespace Missing { public class Bus { [OnMigrationEvent(Failed)] public void OnFailed() { } } }");
        var module = new TestProject("Plugin", "namespace Plugin { public sealed class Pci { [OnMigrationEvent(Failed, After = new[] { typeof(Missing.Bus) })] public void Quiesce() { } } }")
        {
            References = [missing],
        };
        using var host = new ModuleHost(Machines.Emulator(module));

        string message = RefusedToAdd(host, host.Module("Plugin"));

        Assert.StartsWith("AddModule: 'Plugin' cannot be added: its manifest cannot be read: ", message, StringComparison.Ordinal);
        Assert.Contains("Missing", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AModuleWithALibraryOfItsOwn()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        var context = new AssemblyLoadContext("Own", isCollectible: true);
        context.LoadFromAssemblyPath(typeof(MigrationDispatcher).Assembly.Location);
        byte[] image = GeneratedProject.Generate(s_module, Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest).Emit();
        Assembly module = context.LoadFromStream(new MemoryStream(image));

        Assert.Contains("its load context has a NotifierGen of its own", RefusedToAdd(host, module), StringComparison.Ordinal);
        context.Unload();
    }

    [Fact]
    public void AModuleThatIsThereAlready()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        host.Add("Plugin");

        Assert.Contains("'Board' has it already. Add a module once, or remove it first.", RefusedToAdd(host, host.Module("Plugin")), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAssemblyThatWasReferenced()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));

        Assert.Contains("'Board' was compiled with it", RefusedToAdd(host, host.New("Devices.Nic").GetType().Assembly), StringComparison.Ordinal);
    }

    [Fact]
    public void ACycleThroughTheTableAndAnotherModule()
    {
        TestProject first = Machines.Module("First", "public sealed class A { [OnMigrationEvent(Failed, Before = new[] { typeof(Devices.Nic) })] public void OnFailed() { } }");
        var second = new TestProject("Second", "namespace Second { public sealed class B { [OnMigrationEvent(Failed, Before = new[] { typeof(First.A) }, After = new[] { typeof(Devices.Nic) })] public void OnFailed() { } } }")
        {
            References = [first, Machines.Devices],
        };
        using var host = new ModuleHost(Machines.Emulator(first, second));
        host.Add("First");

        Assert.Equal(
            "AddModule: 'Second' cannot be added: After and Before form a cycle in Failed/BeforeVmStart: Second.B.OnFailed -> First.A.OnFailed -> Devices.Nic.OnFailed -> Second.B.OnFailed. Remove one of the edges. (Parameter 'module')",
            RefusedToAdd(host, host.Module("Second")));
    }

    [Fact]
    public void InAHandler()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        _ = host.Module("Plugin");
        string? message = null;
        host.OnNote(() => message ??= Assert.Throws<InvalidOperationException>(() => host.Board.AddModule(host.Module("Plugin"))).Message);

        Assert.False(host.Notify(MigrationEvent.Failed).HasFaults);

        Assert.Equal("AddModule: 'Plugin', 'Board': a dispatch is under way. Call it when that is over, and not from a handler.", message);
        host.Add("Plugin");
        message = null;
        host.OnNote(() => message ??= Assert.Throws<InvalidOperationException>(() => host.Board.RemoveModule(host.Module("Plugin"))).Message);
        Assert.False(host.Notify(MigrationEvent.Failed).HasFaults);
        Assert.StartsWith("RemoveModule: 'Plugin', 'Board': a dispatch is under way.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void InASession()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module, Machines.Module("More", "public sealed class M { [OnMigrationEvent(Done)] public void OnDone() { } }")));
        host.Add("More");
        using (host.Board.Begin(new StoppedVm()))
        {
            Assert.Equal(
                "AddModule: 'Plugin', 'Board': a session is open. Complete, fail or dispose it first: the table of a migration stays as it was in Setup.",
                Refused<InvalidOperationException>(host, () => host.Board.AddModule(host.Module("Plugin"))));
            Assert.StartsWith("RemoveModule: 'More', 'Board': a session is open.", Refused<InvalidOperationException>(host, () => host.Board.RemoveModule(host.Module("More"))), StringComparison.Ordinal);
        }

        using (host.Board.BeginIncoming(new StoppedVm()))
        {
            Refused<InvalidOperationException>(host, () => host.Board.AddModule(host.Module("Plugin")));
        }

        host.Add("Plugin");
    }

    [Fact]
    public void AModuleWhoseDevicesAreRegistered()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));
        host.Add("Plugin");
        object device = host.Register("Plugin.Tpm");

        string message = Assert.Throws<InvalidOperationException>(() => host.Board.RemoveModule(host.Module("Plugin"))).Message;

        Assert.Equal("RemoveModule: 'Plugin', 'Board': a device of 'Plugin.Tpm' is registered, whose handlers are the module's. Unregister the module's devices first.", message);
        host.Notify(MigrationEvent.Failed);
        Assert.Equal("tpm audit", host.Observed);
        host.Board.Unregister(device);
        Assert.True(host.Board.RemoveModule(host.Module("Plugin")));
        Assert.Contains("'Plugin.Tpm' has no handlers in the table of 'Board'", Assert.Throws<ArgumentException>(() => host.Board.Register(device)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADispatcherOfAnOlderGenerator()
    {
        using var host = new ModuleHost(Machines.Emulator(s_module));

        Assert.Contains(
            "was built with a version of NotifierGen that knows no modules",
            Assert.Throws<NotSupportedException>(() => new OldDispatcher().AddModule(host.Module("Plugin"))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ADispatcherThatWasCompiledWithOtherRows()
    {
        // A device assembly was replaced by another build, in which the handler's order changed.
        static TestProject Devices(int order) => new("Devices", $"namespace Devices {{ public sealed class Nic {{ [OnMigrationEvent(Failed, Order = {order})] public void OnFailed() {{ }} }} }}");
        GeneratedProject board = GeneratorTest.Check(new TestProject("Emulator", "[DispatchTable] public sealed partial class Board : MigrationDispatcher { }")
        {
            References = [Devices(1)],
            Modules = [s_module],
        });
        var context = new LoadedProject("Emulator");
        context.Add(GeneratorTest.Check(Devices(2)).Emit(), "Devices");
        foreach (GeneratedProject each in board.Modules[0].References.Where(each => each.Project.Name == "Machine").Concat(board.Modules))
        {
            context.Add(each.Emit(), each.Project.Name);
        }

        var dispatcher = (MigrationDispatcher)Activator.CreateInstance(context.Add(board.Emit(), "Emulator").GetType("Board")!)!;

        Assert.Contains(
            "the dispatcher was compiled with other rows of 'Devices' than the loaded assembly has. Rebuild the application.",
            Assert.Throws<ArgumentException>(() => dispatcher.AddModule(context.Loaded.Single(each => each.GetName().Name == "Plugin"))).Message,
            StringComparison.Ordinal);
        context.UnloadAll();
    }

    private sealed class OldDispatcher : MigrationDispatcher
    {
        protected override CompilerServices.DispatchTable Rows { get; } = new([], [], []);

        protected override void Run(ref CompilerServices.RowCursor cursor, in MigrationContext context)
        {
        }
    }

    private sealed class StoppedVm : IVirtualMachine
    {
        public bool IsRunning => false;

        public void Stop()
        {
        }

        public void Start()
        {
        }
    }
}
