using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Composition;

/// <summary>What cannot be composed is an error of a rule (NG0004, NG0011); the rest is composed, compiles and runs.</summary>
public class LeftOutOfCompositionTests
{
    private const string Board =
        """
        [DispatchTable] public sealed partial class Board : MigrationDispatcher
        {
            public string Fail(params object[] devices)
            {
                foreach (object device in devices)
                {
                    TryRegister(device);
                }

                Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, Mode = MigrationMode.Normal });
                return Common.Notes.Text.TrimEnd() + " of " + Table.Length;
            }
        }
        """;

    private static readonly TestProject s_common = new(
        "Common",
        """
        namespace Common
        {
            public static class Notes { public static string Text { get; set; } = ""; }

            public class A { [OnMigrationEvent(Failed)] public void OnFailed() => Notes.Text += "a "; }

            public class B { [OnMigrationEvent(Failed)] public void OnFailed() => Notes.Text += "b "; }

            public class C { [OnMigrationEvent(Failed, After = new[] { typeof(A) })] public void OnFailed() => Notes.Text += "c "; }
        }
        """);

    [Fact]
    public void ACycleThroughSeveralAssembliesLeavesItsRowsOut()
    {
        var first = new TestProject(
            "First",
            "namespace First { public class Disk { [OnMigrationEvent(Failed, After = new[] { typeof(Common.A) }, Before = new[] { typeof(Common.B) })] public void OnFailed() => Common.Notes.Text += \"disk \"; } }")
        {
            References = [s_common],
        };
        var second = new TestProject(
            "Second",
            """
            namespace Second
            {
                public class Nic { [OnMigrationEvent(Failed, After = new[] { typeof(Common.B) }, Before = new[] { typeof(Common.A) })] public void OnFailed() => Common.Notes.Text += "nic "; }

                public class Uart { [OnMigrationEvent(Failed, Before = new[] { typeof(Common.C) })] public void OnFailed() => Common.Notes.Text += "uart "; }
            }
            """)
        {
            References = [s_common],
        };

        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            Board,
            "public static class Scenario { public static string Run() => new Board().Fail(new Common.C(), new Common.A(), new Common.B(), new First.Disk(), new Second.Nic(), new Second.Uart()); }")
        {
            References = [first, second],
        });

        Assert.Equal("uart c of 2", log);
    }

    [Fact]
    public void ADeviceAssemblyOfAnotherManifestVersionLeavesTheOthersInTheTable()
    {
        // What an assembly looks like whose generator was newer: the rows are there, and mean who knows what.
        var rebuilt = new TestProject(
            "Rebuilt",
            """
            [assembly: NotifierGen.CompilerServices.NotifierManifest(2, typeof(Rebuilt.Rows))]

            namespace Rebuilt
            {
                public class Nic { }

                [NotifierGen.CompilerServices.DeviceRows(typeof(Nic), "Rebuilt.Nic")]
                public static class Rows
                {
                    public static readonly NotifierGen.CompilerServices.DeviceClass Class = NotifierGen.CompilerServices.DeviceClass.Of<Nic>("Rebuilt.Nic");

                    [NotifierGen.CompilerServices.DeviceRow("OnFailed", Failed, Phase.BeforeVmStart, MigrationMode.Normal)]
                    public static void Row(ref NotifierGen.CompilerServices.RowCursor cursor, in MigrationContext context) { }
                }
            }
            """);

        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            Board,
            "public static class Scenario { public static string Run() => new Board().Fail(new Rebuilt.Nic(), new Common.C(), new Common.B(), new Common.A()); }")
        {
            References = [rebuilt, s_common],
        });

        Assert.Equal("b a c of 3", log);
    }
}
