using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Composition;

/// <summary>What a dispatcher's project references through others.</summary>
public class TransitiveReferenceTests
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

            public abstract class Bus
            {
                [OnMigrationEvent(Failed, Order = 5)]
                public void Quiesce() => Notes.Text += "bus ";
            }
        }
        """);

    private static readonly TestProject s_devices = new(
        "Devices",
        """
        namespace Devices
        {
            public sealed class Factory
            {
                public static object Pci() => new Pci();

                public static string Notes() => Machine.Notes.Text.TrimEnd();
            }

            internal sealed partial class Pci : Machine.Bus
            {
                [OnMigrationEvent(Failed, After = new[] { typeof(Machine.Bus) })]
                private void OnFailed() => Machine.Notes.Text += "pci ";
            }
        }
        """)
    {
        References = [s_machine],
    };

    private static TestProject Emulator(bool transitively) => new(
        "Emulator",
        """
        [DispatchTable] public sealed partial class Board : MigrationDispatcher { }

        public static class Scenario
        {
            public static string Run()
            {
                var board = new Board();
                board.Register(Devices.Factory.Pci());
                board.Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, Mode = MigrationMode.Normal });
                return Devices.Factory.Notes();
            }
        }
        """)
    {
        References = [s_devices],
        ReferencesTransitively = transitively,
    };

    [Fact]
    public void RowsOfTransitiveReferencesAreComposed() => Assert.Equal("bus pci", GeneratorTest.RunChecked(Emulator(transitively: true)));

    [Fact]
    public void WithoutThemTheTableHasTheRowsThatTheCompilerSees() => Assert.Equal("pci", GeneratorTest.RunChecked(Emulator(transitively: false)));
}
