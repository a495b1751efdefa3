namespace NotifierGen.Package.Tests.Consumers;

/// <summary>What a stranger writes: a device library with an internal device and a private handler, and an emulator that composes it.</summary>
internal static class EmulatorConsumer
{
    /// <summary>What the emulator prints.</summary>
    public const string Expected = """
        Acme.Nic.PlugBack: Failed BeforeVmStart
        nic: setup
        vm: stop
        nic: plugged back, stopped=True
        vm: run
        """;

    public const string Device = """
        namespace Acme;

        internal sealed partial class Nic
        {
            [OnMigrationEvent(Setup)]
            private void OnSetup() => Console.WriteLine("nic: setup");

            [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
            private void PlugBack(in MigrationContext context) => Console.WriteLine($"nic: plugged back, stopped={context.VcpusStopped}");
        }

        public static class Board
        {
            public static object CreateNic() => new Nic();
        }
        """;

    public const string Program = """
        BoardNotifiers notifiers = new();
        notifiers.Register(Acme.Board.CreateNic());
        foreach (NotifierRow row in BoardNotifiers.Table)
        {
            if (row.Event == Failed)
            {
                Console.WriteLine($"{row.Device}.{row.Handler}: {row.Event} {row.Phase}");
            }
        }

        using (MigrationSession session = notifiers.Begin(new Vm()))
        {
            session.StopVm();
            session.Fail(new MigrationFailure(MigrationFailureKind.Error, "the destination went away"));
        }

        [DispatchTable]
        internal sealed partial class BoardNotifiers : MigrationDispatcher;

        internal sealed class Vm : IVirtualMachine
        {
            public bool IsRunning { get; private set; } = true;

            public void Stop()
            {
                IsRunning = false;
                Console.WriteLine("vm: stop");
            }

            public void Start()
            {
                IsRunning = true;
                Console.WriteLine("vm: run");
            }
        }
        """;

    /// <summary>Writes the two projects, "Acme.Devices" and "Emulator".</summary>
    public static void Write(ConsumerFolder folder, string emulatorProperties = "")
    {
        folder.AddProject("Acme.Devices", "<IsAotCompatible>true</IsAotCompatible>");
        folder.Write("Acme.Devices/Nic.cs", Device);
        folder.AddProject("Emulator", $"<OutputType>Exe</OutputType>{emulatorProperties}", items: """<ProjectReference Include="../Acme.Devices/Acme.Devices.csproj" />""");
        folder.Write("Emulator/Program.cs", Program);
    }
}
