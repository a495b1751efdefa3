using System.Reflection;

namespace NotifierGen.Testing.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "RepositoryRoot").Value!;
}
