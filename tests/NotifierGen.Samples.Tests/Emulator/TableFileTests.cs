using Emulator.Machine;

namespace NotifierGen.Samples.Tests.Emulator;

/// <summary>The emulator's table file: what the analyzer compared it with is what the library prints at run time.</summary>
public sealed class TableFileTests
{
    [Fact]
    public void ItEndsWithTheTable()
    {
        string file = File.ReadAllText(Repository.PathOf("samples", "Emulator", "NotifierTable.md"));

        Assert.EndsWith("\n\n" + NotifierTable.ToMarkdown(BoardNotifiers.Table), file.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
