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
}
