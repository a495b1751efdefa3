using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Modules;

/// <summary>The projects that tests of modules share: a machine library, the devices of an emulator, and the emulator.</summary>
internal static class Machines
{
    public static TestProject Machine { get; } = new(
        "Machine",
        """
        namespace Machine
        {
            public static class Notes
            {
                public static string Text { get; set; } = "";

                public static System.Action OnNote { get; set; }

                public static bool IsQuiet { get; set; }

                public static void Add(string what)
                {
                    Text += IsQuiet ? "" : what + " ";
                    OnNote?.Invoke();
                }
            }

            public interface IBackend
            {
                [OnMigrationEvent(Failed, Order = 10)]
                void Close();
            }

            public abstract class Bus
            {
                [OnMigrationEvent(Failed)]
                public virtual void Quiesce() => Notes.Add("bus");
            }
        }
        """);

    public static TestProject Devices { get; } = new(
        "Devices",
        """
        using Machine;

        namespace Devices
        {
            public partial class Nic
            {
                [OnMigrationEvent(Setup)]
                private void OnSetup() => Notes.Add("nic-setup");

                [OnMigrationEvent(Failed)]
                private void OnFailed() => Notes.Add("nic");
            }

            public class Pci : Bus { }

            public static partial class Audit
            {
                [OnMigrationEvent(Failed)]
                private static void OnFailed() => Notes.Add("audit");
            }
        }
        """)
    {
        References = [Machine],
    };

    /// <summary>An emulator that was compiled with the devices, and is to get modules.</summary>
    public static TestProject Emulator(params TestProject[] modules) => EmulatorWith("", modules);

    /// <summary>The same with sources of its own.</summary>
    public static TestProject EmulatorWith(string source, params TestProject[] modules) => new("Emulator", "[DispatchTable] public sealed partial class Board : MigrationDispatcher { }", source)
    {
        References = [Devices, Machine],
        Modules = modules,
    };

    /// <summary>A module of one source that sees the devices.</summary>
    public static TestProject Module(string name, string source) => new(name, "using Machine;\nnamespace " + name + "\n{\n" + source + "\n}")
    {
        References = [Devices, Machine],
    };
}
