using Emulator.Machine;

namespace NotifierGen.Samples.Tests.Emulator;

/// <summary>The emulator's table file: what the analyzer compared it with is what the library prints at run time.</summary>
public sealed class TableFileTests
{
    [Fact]
    public void ItEndsWithTheTable()
    {
        string file = File.ReadAllText(Path.Combine(FindRoot(), "samples", "Emulator", "NotifierTable.md"));

        Assert.EndsWith("\n\n" + NotifierTable.ToMarkdown(BoardNotifiers.Table), file.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string FindRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "NotifierGen.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("NotifierGen.sln is in no folder above the tests.");
        }

        return folder;
    }
}
