using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Devices;

/// <summary>Names that are keywords, are not ASCII, or are alike: each device has rows and a file of its own.</summary>
public class NameTests
{
    [Fact]
    public async Task KeywordsAndUnicodeAreNamesLikeOthers()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            namespace @namespace.Gerät
            {
                public sealed class @class
                {
                    [OnMigrationEvent(Setup)]
                    public void @event() => Log.Add("event");

                    [OnMigrationEvent(Failed)]
                    public void @in(in MigrationContext @out) => Log.Add("in");

                    [OnMigrationEvent(Failed)]
                    public void context(in MigrationContext cursor) => Log.Add("context");
                }

                public sealed class Übergabe_網路
                {
                    [OnMigrationEvent(Failed)]
                    public void Zurück() => Log.Add("Zurück");
                }
            }

            public sealed class @lock
            {
                [OnMigrationEvent(Failed)]
                public void @base() => Log.Add("base");
            }

            public sealed class Class
            {
                [OnMigrationEvent(Failed)]
                public void StaticClass() => Log.Add("Class");
            }
            """,
            Scenarios.Failing("new @namespace.Gerät.@class()", "new @namespace.Gerät.Übergabe_網路()", "new @lock()", "new Class()")));

        Assert.Equal("event stop Zurück in context base Class run", log);
    }

    [Fact]
    public async Task WordsThatAreKeywordsHereAndThereAreNamesOfPartialTypes()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public partial class @required<@scoped>
            {
                [OnMigrationEvent(Failed)]
                private void OnFailed() => Log.Add("required");

                internal sealed partial record @record
                {
                    [OnMigrationEvent(Failed)]
                    private void @partial() => Log.Add("record");
                }
            }

            public static partial class @file
            {
                [OnMigrationEvent(Failed)]
                private static void @field() => Log.Add("file");
            }
            """,
            Scenarios.Failing("new @required<int>()", "new @required<int>.@record()")));

        Assert.Equal("stop record required file run", log);
    }

    [Fact]
    public async Task SameNamesInDifferentNamespacesAreDifferentDevices()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public class Nic
            {
                [OnMigrationEvent(Failed)]
                public void OnFailed() => Log.Add("global");
            }

            namespace A
            {
                public class Nic
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() => Log.Add("A");
                }
            }

            namespace A.B
            {
                public class Nic
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() => Log.Add("A.B");
                }

                public class Nic_
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() => Log.Add("A.B.Nic_");
                }
            }

            namespace A_B
            {
                public class Nic
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() => Log.Add("A_B");
                }
            }
            """,
            Scenarios.Failing("new Nic()", "new A.Nic()", "new A.B.Nic()", "new A.B.Nic_()", "new A_B.Nic()")));

        Assert.Equal("stop global A_B A A.B.Nic_ A.B run", log);
    }

    [Fact]
    public async Task NamesThatDifferInCaseOnlyGetDifferentFiles()
    {
        GeneratedProject project = await GeneratorTest.Verify(new TestProject(
            "Devices",
            """
            namespace Devices
            {
                public class Nic
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() { }
                }

                public class NIC
                {
                    [OnMigrationEvent(Failed)]
                    public void OnFailed() { }
                }
            }
            """));

        Assert.Equal(project.Sources().Count, project.Sources().Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
