using System.Reflection;

namespace NotifierGen.Package.Tests;

/// <summary>The package, packed once per test run under a version of its own, so that no package folder can serve yesterday's.</summary>
public sealed class PackedPackage : IDisposable
{
    public PackedPackage()
    {
        Version = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";
        Feed = Directory.CreateTempSubdirectory("notifiergen-feed-").FullName;
        DotnetCommand.Run(RepositoryRoot, "pack", "src/NotifierGen", "-c", "Release", "-o", Feed, $"-p:PackageVersion={Version}").Succeeded();
        File = Path.Combine(Feed, $"NotifierGen.{Version}.nupkg");
    }

    public static string RepositoryRoot { get; } =
        typeof(PackedPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    public string Version { get; }

    public string Feed { get; }

    public string File { get; }

    public void Dispose()
    {
        Directory.Delete(Feed, recursive: true);
        string installed = Path.Combine(PackageFolder(), "notifiergen", Version);
        if (Directory.Exists(installed))
        {
            Directory.Delete(installed, recursive: true);
        }
    }

    private static string PackageFolder() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
