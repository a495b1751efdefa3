using System.IO.Compression;
using NotifierGen.Package.Tests.Consumers;

namespace NotifierGen.Package.Tests;

/// <summary>The package NotifierGen.Testing.</summary>
[Collection(nameof(PackageCollection))]
public sealed class TestingPackageTests(PackedPackage package) : IDisposable
{
    private readonly ConsumerFolder _folder = new(package);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ItHoldsExactlyWhatItPromises()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.TestingFile);

        string[] files = [.. archive.Entries.Select(static entry => entry.FullName)
            .Where(static file => file == "README.md" || file.StartsWith("lib/", StringComparison.Ordinal) || file.StartsWith("build", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

        Assert.Equal(
            [
                "README.md",
                "lib/net8.0/NotifierGen.Testing.dll",
                "lib/net8.0/NotifierGen.Testing.xml",
                "lib/netstandard2.0/NotifierGen.Testing.dll",
                "lib/netstandard2.0/NotifierGen.Testing.xml",
            ],
            files);
    }

    [Fact]
    public void ItNeedsNotifierGenAndNoTestFramework()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.TestingFile);
        using StreamReader reader = new(archive.Entries.Single(static entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        string[] dependencies = [.. reader.ReadToEnd().Split("<dependency id=\"").Skip(1).Select(static rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)])];

        Assert.Equal(["NotifierGen", "NotifierGen", "System.Memory", "System.Text.Json"], dependencies.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ATestProjectExploresItsMachine()
    {
        TestConsumer.Write(_folder);

        DotnetCommand test = _folder.Dotnet("test", "Acme.Tests").Succeeded();

        // A test for each path, and the one that takes them all.
        Assert.Matches(@"Passed: +3\d\d\b", test.Output);
    }

    [Fact]
    public void ATestProjectFindsAMistakeAndPrintsHowToReplayIt()
    {
        TestConsumer.Write(_folder, TestConsumer.Device.Replace("PlugBack() => IsPlugged = true", "PlugBack(in MigrationContext context) => IsPlugged = context.VcpusStopped", StringComparison.Ordinal));

        DotnetCommand test = _folder.Dotnet("test", "Acme.Tests", "--filter", "HoldsOnEveryPath");

        Assert.NotEqual(0, test.ExitCode);
        Assert.Contains("no device left unplugged: after Fail(Error): it does not hold", test.Output, StringComparison.Ordinal);
        Assert.Contains("replay: .Replay(\"normal/running/fails at once\")", test.Output, StringComparison.Ordinal);
    }
}
