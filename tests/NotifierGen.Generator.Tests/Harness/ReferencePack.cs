using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>
/// The reference assemblies of a framework, as the SDK hands them to a consumer's compiler. The packages that carry them as resources need a
/// newer Roslyn than the oldest one these tests run on.
/// </summary>
internal sealed class ReferencePack
{
    private readonly Dictionary<string, MetadataReference> _assemblies;

    private ReferencePack(string name, string library)
    {
        Name = name;
        Library = MetadataReference.CreateFromFile(library);
        _assemblies = Metadata(name).Split(';')
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal)
            // A package of the framework's time brings newer facades than the framework's own.
            .ToDictionary(files => files.Key, MetadataReference (files) => MetadataReference.CreateFromFile(files.Last()), StringComparer.Ordinal);
    }

    public static ReferencePack Net100 { get; } = new("net10.0", typeof(MigrationDispatcher).Assembly.Location);

    public static ReferencePack Net80 { get; } = new("net8.0", typeof(MigrationDispatcher).Assembly.Location);

    public static ReferencePack NetStandard20 { get; } = new("netstandard2.0", Metadata("NotifierGen for netstandard2.0"));

    /// <summary>The framework's short name.</summary>
    public string Name { get; }

    /// <summary>NotifierGen, as the package offers it to a project for this framework.</summary>
    public MetadataReference Library { get; }

    public IReadOnlyCollection<MetadataReference> All => _assemblies.Values;

    public IEnumerable<MetadataReference> Only(params string[] assemblies) => assemblies.Select(assembly => _assemblies[assembly]);

    public override string ToString() => Name;

    private static string Metadata(string name) =>
        typeof(ReferencePack).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == name).Value!;
}
