namespace NotifierGen.Package.Tests.Consumers;

/// <summary>What a stranger writes to test a device: a device library, and a test project in xunit that references the package NotifierGen.Testing.</summary>
internal static class TestConsumer
{
    /// <summary>A device that gives back what it took.</summary>
    public const string Device = """
        namespace Acme;

        public sealed partial class Nic
        {
            public bool IsPlugged { get; private set; } = true;

            [OnMigrationEvent(Setup)]
            private void Unplug() => IsPlugged = false;

            [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
            [OnMigrationEvent(Reclaimed)]
            private void PlugBack() => IsPlugged = true;

            [OnMigrationEvent(Done)]
            private void LetGo(in MigrationContext context) => IsPlugged = !context.VcpusStopped;
        }

        [DispatchTable]
        public sealed partial class BoardNotifiers : MigrationDispatcher;
        """;

    private const string Tests = """
        using NotifierGen.Testing;
        using Xunit;

        namespace Acme.Tests;

        public class NicTests
        {
            private static readonly MigrationExploration<MyMachine> s_exploration = MigrationExplorer.For(() => new MyMachine())
                .Invariant("no device left unplugged", m => m.Nic.IsPlugged);

            [Theory]
            [MemberData(nameof(MigrationPaths.TheoryData), MemberType = typeof(MigrationPaths))]
            public void HoldsOn(string path) => s_exploration.RunPath(path, TestContext.Current.CancellationToken);

            [Fact]
            public void HoldsOnEveryPath() => MigrationExplorer.Run(() => new MyMachine(), machine => machine
                .Invariant("no device left unplugged", m => m.Nic.IsPlugged));
        }

        internal sealed class MyMachine : IMigratingMachine, IVirtualMachine
        {
            public MyMachine() => Notifiers.Register(Nic);

            public Nic Nic { get; } = new();

            public MigrationDispatcher Notifiers { get; } = new BoardNotifiers();

            public IVirtualMachine Vm => this;

            public bool IsRunning { get; private set; }

            public void Stop() => IsRunning = false;

            public void Start() => IsRunning = true;
        }
        """;

    /// <summary>Writes the two projects, "Acme.Devices" and "Acme.Tests".</summary>
    public static void Write(ConsumerFolder folder, string device = Device)
    {
        folder.AddProject("Acme.Devices", "");
        folder.Write("Acme.Devices/Nic.cs", device);
        folder.AddProject("Acme.Tests", "<OutputType>Exe</OutputType><IsTestProject>true</IsTestProject>", references: false, items: $"""
            <PackageReference Include="NotifierGen.Testing" Version="{folder.Version}" />
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
            <PackageReference Include="xunit.v3" Version="3.2.2" />
            <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
            <ProjectReference Include="../Acme.Devices/Acme.Devices.csproj" />
            """);
        folder.Write("Acme.Tests/NicTests.cs", Tests);
    }
}
