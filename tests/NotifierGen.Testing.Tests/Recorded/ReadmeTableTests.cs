namespace NotifierGen.Testing.Tests.Recorded;

/// <summary>The README's table of paths is what the recordings and our own run say.</summary>
public class ReadmeTableTests
{
    private const string Begin = "<!-- paths: written by NotifierGen.Testing.Tests with NOTIFIERGEN_UPDATE_SNAPSHOTS=1 -->\n";
    private const string End = "<!-- end of paths -->\n";

    [Fact]
    public void TheTableIsUpToDate()
    {
        string file = Repository.PathOf("README.md");
        string readme = File.ReadAllText(file).ReplaceLineEndings("\n");
        int begin = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = readme.IndexOf(End, begin, StringComparison.Ordinal);
        string table = Table();

        if (Environment.GetEnvironmentVariable("NOTIFIERGEN_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, readme[..begin] + table + readme[end..]);
            return;
        }

        Assert.Equal(table, readme[begin..end]);
    }

    private static string Table() =>
        "| | path | QEMU before | QEMU after | NotifierGen |\n| --- | --- | --- | --- | --- |\n"
        + string.Concat(QemuFacts.Paths.Select(static path =>
            $"| {path.Row} | {path.Path} | {Cell(path, QemuFacts.VersionBefore)} | {Cell(path, QemuFacts.VersionAfter)} | {Ours(path)} |\n"));

    private static string Cell(QemuPath path, string version)
    {
        string sequence = path.In(version);
        string text = sequence.Length == 0 ? "nothing" : sequence;
        return path.Scenarios is null ? $"*{text}*" : text;
    }

    private static string Ours(QemuPath path) =>
        string.Join(", or ", path.NotifierGen.Keys.Select(OurSequence.On).Select(static sequence => sequence.Length == 0 ? "nothing" : sequence).Distinct());
}
