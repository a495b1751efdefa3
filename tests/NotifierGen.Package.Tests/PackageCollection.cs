namespace NotifierGen.Package.Tests;

/// <summary>The tests share one package, and run one after the other: each starts compilers of its own.</summary>
[CollectionDefinition(nameof(PackageCollection))]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>;
