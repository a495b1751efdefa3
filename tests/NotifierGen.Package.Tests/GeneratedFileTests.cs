using NotifierGen.Package.Tests.Consumers;

namespace NotifierGen.Package.Tests;

/// <summary>The files of <c>EmitCompilerGeneratedFiles</c>, of a library that is built with everything on.</summary>
[Collection(nameof(PackageCollection))]
public sealed class GeneratedFileTests(PackedPackage package) : IDisposable
{
    private readonly ConsumerFolder _folder = new(package);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheyAreTheSameInEveryFolderAndBuildAndForEveryFramework()
    {
        StrictConsumer.Write(_folder, "here");
        StrictConsumer.Write(_folder, "there/and/deeper");
        _folder.Dotnet("build", "here/Strict").Succeeded();
        Dictionary<string, byte[]> first = Files("here", "net10.0");

        // The first build's files now lie among the sources.
        _folder.Dotnet("build", "here/Strict", "--no-incremental").Succeeded();
        _folder.Dotnet("build", "there/and/deeper/Strict").Succeeded();

        Assert.Equal(["Acme.Clock.g.cs", "Acme.Nic.g.cs", "Acme.Notifiers-DispatchTable.g.cs", "Acme.Ring{T}.g.cs", "NotifierGen-Manifest.g.cs"], first.Keys.Order(StringComparer.Ordinal));
        foreach (string framework in StrictConsumer.Frameworks)
        {
            Assert.Equivalent(first, Files("here", framework), strict: true);
            Assert.Equivalent(first, Files("there/and/deeper", framework), strict: true);
        }
    }

    /// <summary>What our generator wrote, by file name.</summary>
    private Dictionary<string, byte[]> Files(string where, string framework) => Directory
        .EnumerateFiles(Path.Combine(_folder.Path, where, "Strict", "Generated", framework, "NotifierGen.Generator"), "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
}
