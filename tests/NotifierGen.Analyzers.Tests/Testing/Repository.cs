using System.Runtime.CompilerServices;

namespace NotifierGen.Analyzers.Tests.Testing;

/// <summary>The source tree these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find([CallerFilePath] string here = "")
    {
        DirectoryInfo? directory = new(System.IO.Path.GetDirectoryName(File.Exists(here) ? here : AppContext.BaseDirectory + "/x")!);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "NotifierGen.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside of their source tree.");
    }
}
