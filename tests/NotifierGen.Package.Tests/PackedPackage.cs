namespace NotifierGen.Package.Tests;

/// <summary>The packages, packed once per test run under a version of their own, so that no package folder can serve yesterday's.</summary>
public sealed class PackedPackage : IDisposable
{
    public PackedPackage()
    {
        Version = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";
        Feed = Directory.CreateTempSubdirectory("notifiergen-feed-").FullName;
        DotnetCommand.Run(Repository.Root, "pack", "src/NotifierGen", "-c", "Release", "-o", Feed, $"-p:PackageVersion={Version}").Succeeded();
        DotnetCommand.Run(Repository.Root, "pack", "src/NotifierGen.Testing", "-c", "Release", "-o", Feed, $"-p:PackageVersion={Version}").Succeeded();
        File = Path.Combine(Feed, $"NotifierGen.{Version}.nupkg");
        TestingFile = Path.Combine(Feed, $"NotifierGen.Testing.{Version}.nupkg");
    }

    public string Version { get; }

    public string Feed { get; }

    public string File { get; }

    /// <summary>The package NotifierGen.Testing.</summary>
    public string TestingFile { get; }

    public void Dispose()
    {
        Directory.Delete(Feed, recursive: true);
        foreach (string name in new[] { "notifiergen", "notifiergen.testing" })
        {
            string installed = Path.Combine(PackageFolder(), name, Version);
            if (Directory.Exists(installed))
            {
                Directory.Delete(installed, recursive: true);
            }
        }
    }

    private static string PackageFolder() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
