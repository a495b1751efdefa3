using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Devices;

public class PrivateHandlerTests
{
    [Fact]
    public async Task PrivateHandlersOfPartialTypesAreCalled()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            namespace Devices
            {
                public sealed partial class Nic
                {
                    [OnMigrationEvent(Setup)]
                    private SetupResult OnSetup() { Log.Add("setup"); return SetupResult.Accept; }

                    [OnMigrationEvent(Failed)]
                    void OnFailed(in MigrationContext context) => Log.Add("private");

                    [OnMigrationEvent(Failed)]
                    public void Open() => Log.Add("public");

                    [OnMigrationEvent(Failed)]
                    private static void Shared(in MigrationContext context) => Log.Add("static");

                    [OnMigrationEvent(Setup)]
                    private static SetupResult SharedSetup() { Log.Add("static setup"); return SetupResult.Accept; }
                }

                public abstract partial record Port(int Number)
                {
                    [OnMigrationEvent(Failed)]
                    protected virtual void OnFailed() => Log.Add("port " + Number);
                }

                public sealed record Uart(int Number) : Port(Number)
                {
                    protected override void OnFailed() => Log.Add("uart " + Number);
                }

                public partial interface IPlug
                {
                    [OnMigrationEvent(Failed)]
                    private void OnFailed() => Log.Add("interface");
                }

                public static partial class Outer
                {
                    internal partial record Middle
                    {
                        public partial class Inner : IPlug
                        {
                            [OnMigrationEvent(Failed)]
                            private protected static void OnFailed() => Log.Add("inner");
                        }
                    }
                }
            }
            """,
            Scenarios.Failing("new Devices.Nic()", "new Devices.Uart(7)", "new Devices.Outer.Middle.Inner()")));

        Assert.Equal("setup static setup stop uart 7 inner static public private interface run", log);
    }

    [Fact]
    public async Task BaseAndDerivedClassMayHavePrivateHandlersOfOneName()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public partial class Device
            {
                [OnMigrationEvent(Failed)]
                private void OnFailed() => Log.Add("base");
            }

            public partial class Nic : Device
            {
                [OnMigrationEvent(Failed)]
                private void OnFailed() => Log.Add("derived");
            }
            """,
            Scenarios.Failing("new Nic()")));

        Assert.Equal("stop derived base run", log);
    }

    [Fact]
    public async Task StaticHandlersOfStructsMayBePrivate()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public readonly ref partial struct Clock
            {
                [OnMigrationEvent(Failed)]
                private static void OnFailed() => Log.Add("ref struct");
            }

            public readonly partial record struct Tick
            {
                [OnMigrationEvent(Failed)]
                private static void OnFailed() => Log.Add("record struct");
            }
            """,
            Scenarios.Failing())
        {
            OldestVersion = LanguageVersion.CSharp10,
        });

        Assert.Equal("stop record struct ref struct run", log);
    }
}
