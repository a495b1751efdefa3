using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Composition;

/// <summary>InternalsVisibleTo in either direction: what assemblies see of each other makes no difference to what is generated.</summary>
public class FriendAssemblyTests
{
    private const string Scenario =
        """
        [DispatchTable] internal sealed partial class Board : MigrationDispatcher { }

        public static class Scenario
        {
            public static string Run()
            {
                var board = new Board();
                var own = (Devices.Nic)System.Activator.CreateInstance(typeof(Board).Assembly.GetType("Devices.Nic"));
                board.Register(Devices.Factory.Nic());
                board.Register(Devices.Factory.Bridge());
                board.Register(own);
                board.Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, Mode = MigrationMode.Normal });
                return Devices.Factory.Notes.TrimEnd();
            }
        }
        """;

    /// <summary>The devices of a library; <c>Devices.Nic</c> is internal, and private in its handler.</summary>
    private static TestProject Devices(string friends) => new(
        "Devices",
        friends,
        """
        namespace Devices
        {
            public static class Factory
            {
                public static string Notes { get; set; } = "";

                public static object Nic() => new Nic();

                public static object Bridge() => new Bridge<int>();
            }

            internal partial class Nic
            {
                [OnMigrationEvent(Failed)]
                private void OnFailed() => Factory.Notes += "nic ";
            }

            internal partial class Bridge<T>
            {
                [OnMigrationEvent(Failed)]
                internal void OnFailed() => Factory.Notes += "bridge ";
            }
        }
        """);

    [Fact]
    public void AClassOfTheDispatchersAssemblyMayHideAFriendsInternalOneOfItsName()
    {
        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            // The project's own code names the class, so it lives with the compiler's warning there; the generated code must not warn.
            "#pragma warning disable CS0436\n" + Scenario,
            """
            namespace Devices
            {
                internal partial class Nic
                {
                    [OnMigrationEvent(Failed)]
                    private void OnFailed() => Factory.Notes += "own ";
                }

                internal static partial class Audit
                {
                    [OnMigrationEvent(Failed, Before = new[] { typeof(Bridge<>) })]
                    private static void OnFailed() => Factory.Notes += "audit ";
                }
            }
            """)
        {
            References = [Devices("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Emulator\")]")],
        });

        Assert.Equal("own nic audit bridge", log);
    }

    [Fact]
    public void TheDispatchersAssemblyMayOpenItselfToADeviceAssembly()
    {
        // Devices see the internals of the machine library, which has a dispatcher of its own.
        var machine = new TestProject(
            "Machine",
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Devices")]

            namespace Machine
            {
                [DispatchTable] internal sealed partial class Board : MigrationDispatcher { }

                internal abstract class Bus
                {
                    internal static string Notes = "";

                    [OnMigrationEvent(Failed)]
                    internal abstract void OnFailed();
                }
            }
            """);
        var devices = new TestProject(
            "Devices",
            """
            namespace Devices
            {
                internal sealed class Pci : Machine.Bus
                {
                    internal override void OnFailed() => Notes += "pci ";

                    [OnMigrationEvent(Failed, Before = new[] { typeof(Machine.Bus) })]
                    public void Quiesce() => Notes += "quiesce ";
                }

                [DispatchTable] internal sealed partial class Board : MigrationDispatcher { }

                public static class Factory
                {
                    public static string Fail()
                    {
                        foreach (MigrationDispatcher board in new MigrationDispatcher[] { new Machine.Board(), new Board() })
                        {
                            board.Register(new Pci());
                            board.Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, Mode = MigrationMode.Normal });
                            Machine.Bus.Notes += "| ";
                        }

                        return Machine.Bus.Notes;
                    }
                }
            }
            """)
        {
            References = [machine],
        };

        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            "[DispatchTable] public sealed partial class Board : MigrationDispatcher { } public static class Scenario { public static string Run() => Devices.Factory.Fail() + Board.Table.Length; }")
        {
            References = [devices],
        });

        Assert.Equal("pci | quiesce pci | 2", log);
    }
}
