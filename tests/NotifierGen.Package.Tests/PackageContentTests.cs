using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NotifierGen.Package.Tests;

[Collection(nameof(PackageCollection))]
public class PackageContentTests(PackedPackage package)
{
    private static readonly string[] s_roslynComponents = ["NotifierGen.Generator.dll", "NotifierGen.Analyzers.dll", "NotifierGen.CodeFixes.dll"];

    public static TheoryData<string> RoslynComponents => [.. s_roslynComponents];

    [Fact]
    public void ThePackageHoldsExactlyWhatItPromises()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);

        string[] files = [.. archive.Entries.Select(entry => entry.FullName).Where(IsOurs).Order(StringComparer.Ordinal)];

        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/roslyn4.8/cs/NotifierGen.Analyzers.dll",
                "analyzers/dotnet/roslyn4.8/cs/NotifierGen.CodeFixes.dll",
                "analyzers/dotnet/roslyn4.8/cs/NotifierGen.Generator.dll",
                "build/NotifierGen.props",
                "build/NotifierGen.targets",
                "buildTransitive/NotifierGen.props",
                "buildTransitive/NotifierGen.targets",
                "lib/net8.0/NotifierGen.dll",
                "lib/net8.0/NotifierGen.xml",
                "lib/netstandard2.0/NotifierGen.dll",
                "lib/netstandard2.0/NotifierGen.xml",
            ],
            files);
    }

    [Theory]
    [MemberData(nameof(RoslynComponents))]
    public void TheComponentsNeedNoNewerRoslynThanTheFloor(string component)
    {
        foreach ((string name, Version version) in References($"analyzers/dotnet/roslyn4.8/cs/{component}"))
        {
            if (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            {
                Assert.Equal(new Version(4, 8, 0, 0), version);
            }
            else if (name.StartsWith("System.Composition", StringComparison.Ordinal))
            {
                Assert.True(version.Major <= 7, $"{component} needs {name} {version}, which an older IDE cannot load.");
            }
        }
    }

    [Fact]
    public void TheLibraryForNetNeedsNothingElse()
    {
        Assert.All(References("lib/net8.0/NotifierGen.dll"), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void TwoBuildsGiveTheSameBytes()
    {
        string again = Directory.CreateTempSubdirectory("notifiergen-again-").FullName;
        try
        {
            DotnetCommand.Run(Repository.Root, "build", "analyzers/NotifierGen.CodeFixes", "-c", "Release", "--no-incremental").Succeeded();
            DotnetCommand.Run(Repository.Root, "build", "src/NotifierGen", "-c", "Release", "--no-incremental", $"-p:PackageVersion={package.Version}").Succeeded();
            DotnetCommand.Run(Repository.Root, "pack", "src/NotifierGen", "-c", "Release", "-o", again, $"-p:PackageVersion={package.Version}").Succeeded();
            using ZipArchive first = ZipFile.OpenRead(package.File);
            using ZipArchive second = ZipFile.OpenRead(Directory.GetFiles(again, "*.nupkg").Single());
            foreach (ZipArchiveEntry entry in first.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
            {
                Assert.Equal(Bytes(entry), Bytes(second.GetEntry(entry.FullName)!));
            }
        }
        finally
        {
            Directory.Delete(again, recursive: true);
        }
    }

    private static bool IsOurs(string path) =>
        !path.EndsWith(".nuspec", StringComparison.Ordinal) && !path.StartsWith("_rels/", StringComparison.Ordinal)
        && !path.StartsWith("package/", StringComparison.Ordinal) && path != "[Content_Types].xml";

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private List<(string Name, Version Version)> References(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        using MemoryStream bytes = new(Bytes(archive.GetEntry(path)!));
        using PEReader pe = new(bytes);
        MetadataReader metadata = pe.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle)).Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }
}
