using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Composition;

/// <summary>Two assemblies of one simple name, as while a machine moves from one version of its devices to the next.</summary>
public class SideBySideTests
{
    private static TestProject Devices(int version, string? alias, string extra = "") => new(
        "Devices",
        $$"""
        namespace Devices
        {
            public partial class Nic
            {
                [OnMigrationEvent(Failed)]
                private void OnFailed() => System.AppDomain.CurrentDomain.SetData("notes", (string)System.AppDomain.CurrentDomain.GetData("notes") + "nic{{version}} ");
            }

            {{extra}}
        }
        """)
    {
        Version = version,
        Alias = alias,
    };

    private const string Board =
        """
        [DispatchTable] public sealed partial class Board : MigrationDispatcher
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

    private const string Clock =
        """
        public partial class Clock
        {
            [OnMigrationEvent(Failed, After = new[] { typeof(old::Devices.Nic) }, Before = new[] { typeof(@new::Devices.Nic) })]
            private void OnFailed() => System.AppDomain.CurrentDomain.SetData("notes", (string)System.AppDomain.CurrentDomain.GetData("notes") + "clock ");
        }

        public static class Scenario
        {
            public static string Run() => new Board().Fail(new Clock(), new @new::Devices.Nic(), new old::Devices.Nic());
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UnderTwoAliasesBothAreComposedAndEdgesTellThemApart(bool oldFirst)
    {
        TestProject[] both = [Devices(1, "old"), Devices(2, "new")];
        string log = GeneratorTest.RunChecked(new TestProject("Emulator", Board, Clock)
        {
            ExternAliases = "extern alias old; extern alias @new;",
            References = oldFirst ? both : [.. both.Reverse()],
        });

        Assert.Equal("nic1 clock nic2", log);
    }

    [Fact]
    public void OneUnderAnAliasIsEnough()
    {
        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            Board,
            "public static class Scenario { public static string Run() => new Board().Fail(new Devices.Nic(), new old::Devices.Nic()); }")
        {
            ExternAliases = "extern alias old;",
            References = [Devices(1, "old"), Devices(2, null)],
        });

        // Failed undoes: names and versions run backwards.
        Assert.Equal("nic2 nic1", log);
    }

    [Fact]
    public void WithoutAnAliasNeitherIsInReachAndTheRestIsComposed()
    {
        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            Board,
            "public static class Scenario { public static string Run() => new Board().Fail(new Devices.Disk()) + Board.Table.Length; }")
        {
            References =
            [
                Devices(1, null),
                Devices(2, null, """
                    public partial class Disk
                    {
                        [OnMigrationEvent(Failed)]
                        private void OnFailed() => System.AppDomain.CurrentDomain.SetData("notes", "disk ");
                    }
                    """),
            ],
        });

        Assert.Equal("disk1", log);
    }

    [Fact]
    public void AnAssemblyMayBeCalledLikeTheDispatchersOwn()
    {
        var later = new TestProject(
            "Emulator",
            """
            namespace Devices
            {
                public partial class Nic
                {
                    [OnMigrationEvent(Failed)]
                    private void OnFailed() => System.AppDomain.CurrentDomain.SetData("notes", (string)System.AppDomain.CurrentDomain.GetData("notes") + "later ");
                }
            }
            """)
        {
            Version = 2,
            Alias = "later",
        };

        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            Board,
            """
            namespace Devices
            {
                public partial class Nic
                {
                    [OnMigrationEvent(Failed, Before = new[] { typeof(later::Devices.Nic) })]
                    private void OnFailed() => System.AppDomain.CurrentDomain.SetData("notes", (string)System.AppDomain.CurrentDomain.GetData("notes") + "own ");
                }
            }

            public static class Scenario { public static string Run() => new Board().Fail(new Devices.Nic(), new later::Devices.Nic()); }
            """)
        {
            ExternAliases = "extern alias later;",
            Version = 1,
            References = [later],
        });

        Assert.Equal("own later", log);
    }

    [Fact]
    public void WithoutAnAliasTheDispatchersOwnClassesAreMeant()
    {
        var namesake = new TestProject(
            "Emulator",
            "namespace Devices { internal class Nic { [OnMigrationEvent(Failed)] public void OnFailed() { } } }")
        {
            Version = 2,
        };

        GeneratedProject project = GeneratedProject.Generate(new TestProject(
            "Emulator",
            Board,
            """
            namespace Devices
            {
                public partial class Nic
                {
                    [OnMigrationEvent(Failed)]
                    private void OnFailed() => System.AppDomain.CurrentDomain.SetData("notes", "own");
                }
            }

            public static class Scenario { public static string Run() => new Board().Fail(new Devices.Nic()) + Board.Table.Length; }
            """)
        {
            Version = 1,
            References = [namesake],
        }, LanguageVersion.Latest);

        // NG0014 is the error; the compiler warns wherever the name is used.
        Assert.Equal(["CS0436"], project.Warnings().Select(diagnostic => diagnostic.Id).Distinct());
        Assert.Contains("//   0    Failed  BeforeVmStart  Devices.Nic  OnFailed  Normal  0      Emulator\n\n", project.Sources()["Board-DispatchTable.g.cs"], StringComparison.Ordinal);
    }
}
