using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Composition;

public class CompositionTests
{
    /// <summary>Device projects know no common log: they note into the data of the process.</summary>
    private const string DeviceLog =
        """
        internal static class Note
        {
            internal static void Add(string what) => System.AppDomain.CurrentDomain.SetData("notes", (string)System.AppDomain.CurrentDomain.GetData("notes") + what + " ");
        }
        """;

    private const string Emulator =
        """
        [DispatchTable]
        public sealed partial class Board : MigrationDispatcher
        {
            public string Fail(params object[] devices)
            {
                System.AppDomain.CurrentDomain.SetData("notes", "");
                foreach (object device in devices)
                {
                    Register(device);
                }

                Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, Mode = MigrationMode.Normal });
                return ((string)System.AppDomain.CurrentDomain.GetData("notes")).TrimEnd();
            }
        }
        """;

    [Fact]
    public async Task TheTableJoinsTheRowsOfAllReferencedAssemblies()
    {
        var net = new TestProject(
            "Devices.Net",
            DeviceLog,
            """
            namespace Devices.Net
            {
                public static class Factory
                {
                    public static object[] All() => new object[] { new Nic(), new Bridge<int>() };
                }

                internal sealed partial class Nic
                {
                    [OnMigrationEvent(Failed)]
                    private void OnFailed() => Note.Add("nic");
                }

                internal sealed partial class Bridge<T>
                {
                    [OnMigrationEvent(Failed, Order = -1)]
                    private void OnFailed() => Note.Add("bridge");
                }
            }
            """);
        var chars = new TestProject(
            "Devices.Char",
            DeviceLog,
            """
            namespace Devices.Char
            {
                public class Uart
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() => Note.Add("uart");

                    [OnMigrationEvent(Failed, Order = 3, BudgetMicroseconds = 5, RequiresStoppedVm = true, Modes = MigrationMode.Normal | MigrationMode.CprExec)]
                    internal static void Shared(in MigrationContext context) => Note.Add("shared");
                }
            }
            """);

        string log = await GeneratorTest.Run(new TestProject(
            "Emulator",
            Emulator,
            """
            public sealed class Clock
            {
                [OnMigrationEvent(Failed)]
                public void OnFailed() => System.AppDomain.CurrentDomain.SetData("notes", (string)System.AppDomain.CurrentDomain.GetData("notes") + "clock ");
            }

            public static class Scenario
            {
                public static string Run()
                {
                    object[] net = Devices.Net.Factory.All();
                    return new Board().Fail(net[0], net[1], new Clock(), new Devices.Char.Uart());
                }
            }
            """)
        {
            References = [net, chars],
        });

        Assert.Equal("bridge nic uart clock shared", log);
    }

    [Fact]
    public async Task EdgesCrossAssembliesAndFollowBaseClassesAndInterfaces()
    {
        var machine = new TestProject(
            "Machine",
            DeviceLog,
            """
            namespace Machine
            {
                public interface IBackend
                {
                    [OnMigrationEvent(Failed, Order = 10)]
                    void CloseBackend();
                }

                public abstract class Bus
                {
                    [OnMigrationEvent(Failed, Order = 10)]
                    public void Quiesce() => Note.Add("bus");
                }
            }
            """);
        var devices = new TestProject(
            "Devices",
            DeviceLog,
            """
            namespace Devices
            {
                public class Pci : Machine.Bus { }

                public class Tap : Machine.IBackend { public void CloseBackend() => Note.Add("tap"); }

                public class Nic
                {
                    [OnMigrationEvent(Failed, After = new[] { typeof(Pci), typeof(Tap) })]
                    public void OnFailed() => Note.Add("nic");
                }
            }
            """)
        {
            References = [machine],
        };

        string log = await GeneratorTest.Run(new TestProject(
            "Emulator",
            Emulator,
            """
            public sealed partial class First
            {
                [OnMigrationEvent(Failed, Order = 99, Before = new[] { typeof(Devices.Pci), typeof(Machine.IBackend) })]
                private void OnFailed() => System.AppDomain.CurrentDomain.SetData("notes", "first ");
            }

            public static class Scenario
            {
                public static string Run() => new Board().Fail(new Devices.Nic(), new Devices.Pci(), new Devices.Tap(), new First());
            }
            """)
        {
            References = [devices],
        });

        Assert.Equal("first tap bus nic", log);
    }

    [Fact]
    public async Task ClassesOfOneNameInTwoAssembliesAreTwoDevices()
    {
        static TestProject Devices(string name) => new(
            name,
            DeviceLog,
            $$"""
            namespace Devices
            {
                public static class Factory_{{name}}
                {
                    public static object Nic() => new Nic();
                }

                public partial class Nic
                {
                    [OnMigrationEvent(Failed)]
                    private void OnFailed() => Note.Add("{{name}}");
                }
            }
            """);

        string log = await GeneratorTest.Run(new TestProject(
            "Emulator",
            Emulator,
            """
            namespace Devices
            {
                internal sealed class Nic
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() => System.AppDomain.CurrentDomain.SetData("notes", (string)System.AppDomain.CurrentDomain.GetData("notes") + "own ");

                    public static object New() => Make();

                    private static object Make() => System.Activator.CreateInstance(System.Reflection.MethodBase.GetCurrentMethod().DeclaringType);
                }
            }

            public static class Scenario
            {
                public static string Run()
                {
                    object own = System.Activator.CreateInstance(typeof(Scenario).Assembly.GetType("Devices.Nic"));
                    return new Board().Fail(Devices.Factory_A.Nic(), Devices.Factory_B.Nic(), own);
                }
            }
            """)
        {
            References = [Devices("A"), Devices("B")],
        });

        Assert.Equal("own B A", log);
    }

    [Fact]
    public async Task AnAssemblyWithAnExternAliasIsComposedUnderItsAlias()
    {
        var devices = new TestProject(
            "3rd-party.Devices",
            DeviceLog,
            """
            namespace Devices
            {
                public static partial class Audit
                {
                    [OnMigrationEvent(Failed)]
                    private static void OnFailed() => Note.Add("aliased");
                }

                public class Nic
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() => Note.Add("their nic");
                }
            }
            """)
        {
            Alias = "third",
        };

        string log = await GeneratorTest.Run(new TestProject(
            "Emulator",
            Emulator,
            """
            namespace Devices
            {
                public class Nic
                {
                    [OnMigrationEvent(Failed, Before = new[] { typeof(third::Devices.Nic) })]
                    public void OnFailed() => System.AppDomain.CurrentDomain.SetData("notes", (string)System.AppDomain.CurrentDomain.GetData("notes") + "our nic ");
                }
            }

            public static class Scenario
            {
                public static string Run() => new Board().Fail(new Devices.Nic(), new third::Devices.Nic());
            }
            """)
        {
            ExternAliases = "extern alias third;",
            References = [devices],
        });

        Assert.Equal("our nic their nic aliased", log);
    }

    [Theory]
    [InlineData("NotifierManifest(2, typeof(Rows))")]
    [InlineData("NotifierManifest(1, null)")]
    [InlineData("NotifierManifest(1, null, typeof(int), typeof(NotRows), typeof(NotRows[]), typeof(Odd))")]
    public void AManifestThatThisGeneratorCannotReadIsIgnored(string manifest)
    {
        var devices = new TestProject(
            "Devices",
            $$"""
            [assembly: NotifierGen.CompilerServices.{{manifest}}]

            [NotifierGen.CompilerServices.DeviceRows(typeof(NotRows), "Future.Device")]
            public static class Rows
            {
                [NotifierGen.CompilerServices.DeviceRow("H", Failed, Phase.BeforeVmStart, MigrationMode.Normal)]
                public static void Row() { }
            }

            public class NotRows { }

            [NotifierGen.CompilerServices.DeviceRows(null, null)]
            public static class Odd
            {
                [NotifierGen.CompilerServices.DeviceRow(null, (MigrationEvent)77, (Phase)9, 0)]
                public static void Row() { }
            }
            """);

        GeneratedProject project = GeneratorTest.Check(new TestProject("Emulator", Emulator) { References = [devices] });

        Assert.Contains("new global::NotifierGen.NotifierRow[0]", project.Sources().Values.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void AssembliesThatDoNotReferenceTheLibraryPlayNoPart()
    {
        var plain = new TestProject("Plain", "namespace Plain { /** <summary>A tool.</summary> */ public class Tool { } }") { ReferencesLibrary = false };

        GeneratedProject project = GeneratorTest.Check(new TestProject("Emulator", "internal class Uses : Plain.Tool { }") { References = [plain] });

        Assert.Empty(project.Sources());
    }
}
