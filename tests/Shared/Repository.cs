using System.Runtime.CompilerServices;

namespace NotifierGen;

/// <summary>The source tree that the tests were built from: the one way to its files, compiled into every test project.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file or folder of the tree.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    // From this file as the compiler saw it; tests that were built elsewhere lie in their tree all the same.
    private static string Find([CallerFilePath] string here = "")
    {
        string? folder = Path.GetDirectoryName(File.Exists(here) ? here : AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder, "NotifierGen.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The tests run outside of their source tree: NotifierGen.sln is in no folder above them.");
    }
}
