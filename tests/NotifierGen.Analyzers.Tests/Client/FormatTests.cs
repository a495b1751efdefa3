namespace NotifierGen.Analyzers.Tests.Client;

/// <summary>The code fixes in a client that is no IDE: <c>dotnet format analyzers</c>.</summary>
public sealed class FormatTests
{
    [Fact]
    public async Task DotnetFormatAppliesTheFixes()
    {
        using ClientFolder folder = ClientFolder.Create();
        folder.Write("Devices.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        folder.Write("Nic.cs", """
            namespace Devices;

            public sealed class Nic
            {
                [OnMigrationEvent(Setup)]
                private void Unplug() { }

                [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
                private void PlugBack(in MigrationContext context) { }
            }

            """);
        await folder.DotnetAsync("restore");

        await folder.DotnetAsync("format", "analyzers", "--no-restore", "--diagnostics", "NG0002", "--severity", "warn");

        Assert.Contains("public sealed partial class Nic", folder.Read("Nic.cs"), StringComparison.Ordinal);
        await folder.DotnetAsync("build", "-nologo", "-v", "quiet");
    }

    [Fact]
    public async Task DotnetFormatMendsWhatHandlersDoToTheVm()
    {
        using ClientFolder folder = ClientFolder.Create();
        folder.Write("Devices.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        folder.Write("Board.cs", """
            namespace Devices;

            public abstract class Machine : IVirtualMachine
            {
                public abstract bool IsRunning { get; }

                public abstract void Start();

                public abstract void Stop();

                [PausesVm]
                public abstract IDisposable ObtainPausedState();
            }

            public sealed class Cpu
            {
                [VcpuState]
                public long Pc { get; set; }
            }

            """);
        folder.Write("Nic.cs", """
            namespace Devices;

            public sealed class Nic(Machine machine, Cpu cpu)
            {
                [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                public void OnStarted() => cpu.Pc = 0;

                [OnMigrationEvent(Failed)]
                public void OnFailed()
                {
                    cpu.Pc = 0;
                    machine.Start();
                }

                public bool MaySleep() => !machine.IsRunning;
            }

            """);
        await folder.DotnetAsync("restore");

        await folder.DotnetAsync("format", "analyzers", "--no-restore", "--diagnostics", "NG1001", "NG1002", "NG1004", "--severity", "warn");

        Assert.Equal(
            """
            namespace Devices;

            public sealed class Nic(Machine machine, Cpu cpu)
            {
                [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]
                public void OnStarted() => cpu.Pc = 0;

                [OnMigrationEvent(Failed, RequiresStoppedVm = true)]
                public void OnFailed()
                {
                    cpu.Pc = 0;
                }

                public bool MaySleep() => !machine.IsRunning;
            }

            """,
            folder.Read("Nic.cs"));
        await folder.DotnetAsync("build", "-nologo", "-v", "quiet", "-warnaserror");
    }
}
