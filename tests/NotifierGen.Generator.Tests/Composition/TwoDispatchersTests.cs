using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Composition;

/// <summary>What one dispatcher composes, another one may compose as well: neither knows of the other.</summary>
public class TwoDispatchersTests
{
    private static readonly TestProject s_devices = new(
        "Devices",
        """
        namespace Devices
        {
            public sealed partial class Nic
            {
                public int Setups { get; private set; }

                public int Failures { get; private set; }

                [OnMigrationEvent(Setup)]
                private void OnSetup() => Setups++;

                [OnMigrationEvent(Failed)]
                private void OnFailed() => Failures++;
            }
        }
        """);

    private const string Vm =
        """
        internal sealed class Vm : IVirtualMachine
        {
            public bool IsRunning { get; private set; } = true;

            public void Stop() { IsRunning = false; }

            public void Start() { IsRunning = true; }
        }
        """;

    [Fact]
    public void TwoOfOneProjectKeepTheirDevicesApart()
    {
        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            Vm,
            """
            [DispatchTable] public sealed partial class Board : MigrationDispatcher { }

            namespace Machines { [DispatchTable] internal sealed partial class Board : MigrationDispatcher { } }

            public static class Scenario
            {
                public static string Run()
                {
                    var first = new Board();
                    var second = new Machines.Board();
                    var both = new Devices.Nic();
                    var one = new Devices.Nic();
                    first.Register(both);
                    first.Register(one);
                    second.Register(both);

                    MigrationSession outer = first.Begin(new Vm());
                    MigrationSession inner = second.Begin(new Vm());
                    inner.Dispose();
                    string between = both.Failures + "/" + one.Failures;
                    outer.Dispose();
                    return both.Setups + "/" + one.Setups + " " + between + " " + both.Failures + "/" + one.Failures + " " + Board.Table.Length + "/" + Machines.Board.Table.Length;
                }
            }
            """)
        {
            References = [s_devices],
        });

        Assert.Equal("2/1 1/0 2/1 2/2", log);
    }

    [Fact]
    public void ALibrarysDispatcherAndTheApplicationsComposeTheSameDevices()
    {
        var board = new TestProject(
            "Machines",
            """
            namespace Machines
            {
                [DispatchTable] public sealed partial class Board : MigrationDispatcher { }

                public sealed class Clock
                {
                    public int Failures { get; private set; }

                    [OnMigrationEvent(Failed)]
                    public void OnFailed() => Failures++;
                }
            }
            """)
        {
            References = [s_devices],
        };

        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            """
            [DispatchTable] public sealed partial class Board : MigrationDispatcher { }

            public static class Scenario
            {
                public static string Run()
                {
                    var nic = new Devices.Nic();
                    var clock = new Machines.Clock();
                    foreach (MigrationDispatcher dispatcher in new MigrationDispatcher[] { new Board(), new Machines.Board() })
                    {
                        dispatcher.Register(nic);
                        dispatcher.Register(clock);
                        dispatcher.Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, Mode = MigrationMode.Normal });
                    }

                    return nic.Failures + " " + clock.Failures + " " + Board.Table.Length + "/" + Machines.Board.Table.Length;
                }
            }
            """)
        {
            References = [s_devices, board],
        });

        Assert.Equal("2 2 3/3", log);
    }
}
