using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Devices;

public class ClassTests
{
    [Fact]
    public async Task HandlersAreCalledOnEveryInstance()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            namespace Devices.Net
            {
                public sealed class Nic
                {
                    public string Name = "";

                    [OnMigrationEvent(Setup)]
                    public SetupResult OnSetup(in MigrationContext context) { Log.Add("setup " + Name); return SetupResult.Accept; }

                    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
                    public void OnFailed() => Log.Add("failed " + Name);

                    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                    internal void Announce(in MigrationContext context) => Log.Add("announce " + Name);
                }
            }
            """,
            Scenarios.Failing("new Devices.Net.Nic { Name = \"1\" }", "new Devices.Net.Nic { Name = \"2\" }")));

        Assert.Equal("setup 1 setup 2 stop failed 2 failed 1 run announce 2 announce 1", log);
    }

    [Fact]
    public async Task ARefusalEndsTheRow()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public sealed class Nic
            {
                public int Number;

                [OnMigrationEvent(Setup)]
                public SetupResult OnSetup() { Log.Add("setup " + Number); return Number == 2 ? SetupResult.Refuse("busy") : SetupResult.Accept; }

                [OnMigrationEvent(Failed)]
                public void OnFailed() => Log.Add("failed " + Number);
            }

            public static class Scenario
            {
                public static string Run()
                {
                    var board = new Board();
                    for (int number = 1; number <= 3; number++)
                    {
                        board.Register(new Nic { Number = number });
                    }

                    if (!board.TryBegin(new Vm(), MigrationMode.Normal, out _, out SetupRefusal refusal))
                    {
                        Log.Add("refused: " + refusal.Reason);
                    }

                    return Log.Text;
                }
            }
            """));

        Assert.Equal("setup 1 setup 2 failed 1 refused: busy", log);
    }

    [Fact]
    public async Task RecordsAndNestedTypesAreDevices()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            namespace Devices
            {
                public record Uart(string Name)
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() => Log.Add("record " + Name);
                }

                public static class Outer
                {
                    internal class Middle
                    {
                        internal sealed class Nic
                        {
                            [OnMigrationEvent(Failed)]
                            internal void OnFailed() => Log.Add("nested");
                        }
                    }
                }
            }
            """,
            Scenarios.Failing("new Devices.Uart(\"u\")", "new Devices.Outer.Middle.Nic()")));

        Assert.Equal("stop record u nested run", log);
    }

    [Fact]
    public async Task AMethodWithTwoAttributesHasTwoRows()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public sealed class Nic
            {
                [OnMigrationEvent(Setup)]
                [OnMigrationEvent(Failed, Phase.AfterVmStart, Order = -1, BudgetMicroseconds = 250)]
                [OnMigrationEvent(Failed, Modes = MigrationMode.CprExec | MigrationMode.CprReboot)]
                [OnMigrationEvent(Failed, Modes = MigrationMode.Normal, RequiresStoppedVm = true)]
                public void On(in MigrationContext context) => Log.Add(context.Event + "/" + context.Phase);
            }
            """,
            Scenarios.Failing("new Nic()")));

        Assert.Equal("Setup/BeforeVmStart stop Failed/BeforeVmStart run Failed/AfterVmStart", log);
    }

    [Fact]
    public async Task OverloadsAreDifferentHandlers()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public sealed class Nic
            {
                [OnMigrationEvent(Setup)]
                public void On() => Log.Add("none");

                [OnMigrationEvent(Setup)]
                public void On(in MigrationContext context) => Log.Add("context");

                [OnMigrationEvent(Setup)]
                public void On_2() => Log.Add("2");
            }
            """,
            Scenarios.Failing("new Nic()")));

        Assert.Equal("none context 2 stop run", log);
    }

    [Fact]
    public async Task APartialMethodIsAHandlerIfItHasABody()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public sealed partial class Nic
            {
                [OnMigrationEvent(Failed)]
                partial void OnFailed();

                [OnMigrationEvent(Setup)]
                partial void OnSetup();

                [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                public partial void Announce();
            }
            """,
            """
            public sealed partial class Nic
            {
                partial void OnFailed() => Log.Add("failed");

                [OnMigrationEvent(Done)]
                public partial void Announce() => Log.Add("announce");
            }
            """,
            Scenarios.Failing("new Nic()")));

        Assert.Equal("stop failed run announce", log);
    }
}
