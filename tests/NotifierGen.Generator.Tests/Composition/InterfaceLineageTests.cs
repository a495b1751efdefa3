using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Composition;

/// <summary>An edge means the nearest type that has rows; how near an interface is must not depend on whether the compiler reads it from source.</summary>
public class InterfaceLineageTests
{
    private static readonly TestProject s_machine = new(
        "Machine",
        """
        namespace Machine
        {
            public static class Notes
            {
                public static string Text { get; set; } = "";
            }

            public interface IBackend
            {
                [OnMigrationEvent(Failed, Order = 20)]
                void Close();
            }

            public interface ITap : IBackend
            {
                [OnMigrationEvent(Failed, Order = 10)]
                void Flush();
            }

            public class Tap : ITap
            {
                public void Close() => Notes.Text += "close ";

                public void Flush() => Notes.Text += "flush ";
            }
        }
        """);

    [Fact]
    public void AnInterfaceIsNearerThanTheOnesItIsDerivedFrom()
    {
        var devices = new TestProject(
            "Devices",
            """
            namespace Devices
            {
                public class Nic
                {
                    [OnMigrationEvent(Failed, After = new[] { typeof(Machine.Tap) }, Order = 15)]
                    public void OnFailed() => Machine.Notes.Text += "nic ";
                }
            }
            """)
        {
            References = [s_machine],
        };

        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            """
            [DispatchTable] public sealed partial class Board : MigrationDispatcher { }

            public static class Scenario
            {
                public static string Run()
                {
                    var board = new Board();
                    board.Register(new Machine.Tap());
                    board.Register(new Devices.Nic());
                    board.Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, Mode = MigrationMode.Normal });
                    return Machine.Notes.Text.TrimEnd();
                }
            }
            """)
        {
            References = [devices],
        });

        Assert.Equal("flush nic close", log);
    }
}
