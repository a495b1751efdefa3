using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Devices;

public class StaticHandlerTests
{
    [Fact]
    public async Task StaticHandlersRunOnceWithoutRegistration()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public sealed class Nic
            {
                [OnMigrationEvent(Failed)]
                public void Instance() => Log.Add("instance");

                [OnMigrationEvent(Failed, Order = 1)]
                public static void Shared(in MigrationContext context) => Log.Add("class " + context.Event);
            }

            public static class Audit
            {
                [OnMigrationEvent(Setup)]
                internal static SetupResult OnSetup(in MigrationContext context) { Log.Add("static class"); return SetupResult.Accept; }
            }

            public struct Clock
            {
                [OnMigrationEvent(Failed)]
                public static void OnFailed() => Log.Add("struct");
            }
            """,
            Scenarios.Failing("new Nic()", "new Nic()")));

        Assert.Equal("static class stop instance instance struct class Failed run", log);
    }

    [Fact]
    public async Task AStaticHandlerMayRefuse()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public static class Licence
            {
                [OnMigrationEvent(Setup)]
                public static SetupResult OnSetup() => SetupResult.Refuse("expired");
            }

            public static class Scenario
            {
                public static string Run() =>
                    new Board().TryBegin(new Vm(), MigrationMode.Normal, out _, out SetupRefusal refusal) ? "accepted" : refusal.Handler + ": " + refusal.Reason;
            }
            """));

        Assert.Equal("Licence.OnSetup: expired", log);
    }
}
