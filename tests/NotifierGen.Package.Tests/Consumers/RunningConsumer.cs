namespace NotifierGen.Package.Tests.Consumers;

/// <summary>An emulator whose migrations never end: its device says again and again what it does, and in which process.</summary>
internal static class RunningConsumer
{
    /// <summary>What a handler prints.</summary>
    public const string Before = "plugs back";

    private const string Device = """
        internal sealed partial class Nic
        {
            [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
            private void PlugBack(in MigrationContext context) => Console.WriteLine($"{Environment.ProcessId}: plugs back");
        }
        """;

    private const string Program = """
        BoardNotifiers notifiers = new();
        notifiers.Register(new Nic());
        while (true)
        {
            notifiers.Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, Mode = MigrationMode.Normal });
            await Task.Delay(200);
        }

        [DispatchTable]
        internal sealed partial class BoardNotifiers : MigrationDispatcher;
        """;

    /// <summary>Writes the project "Board".</summary>
    public static void Write(ConsumerFolder folder)
    {
        folder.AddProject("Board", "<OutputType>Exe</OutputType>");
        folder.Write("Board/Program.cs", Program);
        Edit(folder, Before);
    }

    /// <summary>Has the handler print something else.</summary>
    public static void Edit(ConsumerFolder folder, string says) => folder.Write("Board/Nic.cs", Device.Replace(Before, says, StringComparison.Ordinal));
}
