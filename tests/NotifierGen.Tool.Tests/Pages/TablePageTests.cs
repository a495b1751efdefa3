using System.Text.RegularExpressions;
using NotifierGen.Pages.Graphs;
using NotifierGen.Pages.Tables;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Pages;

public sealed partial class TablePageTests
{
    private const string Evil = "Devices.<script>alert('x')</script>&\"\u0007";

    [Fact]
    public void NamesAreTextWhateverTheyLookLike()
    {
        NotifierRow row = new(Evil, "</td><img src=x onerror=alert(1)>", MigrationEvent.Failed, Phase.BeforeVmStart, MigrationMode.Normal, 0, 10, true, "\"><script>");
        TableContents table = new("<script>Board", true, [new TableEntry(row, false, [Evil], [Evil])]);

        string page = TablePage.Write(table);

        // The page's own script, and no other.
        Assert.Single(ScriptTag().Matches(page));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0007", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", SvgGraph.Write(table), StringComparison.Ordinal);
        Assert.DoesNotContain("<", MermaidGraph.Write(table).Replace("-.->", "", StringComparison.Ordinal), StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(SvgGraph.Write(table));
    }

    [Fact]
    public void ThePageNeedsNothingOutsideOfIt()
    {
        string page = ToolRun.Of("table", SampleFiles.Emulator, "-f", "html").Succeeded().Output;

        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(ExternalAttribute(), page);
    }

    [Fact]
    public void ThePageIsTheSameBytesEachTime() =>
        Assert.Equal(ToolRun.Of("table", SampleFiles.Emulator, "-f", "html").Output, ToolRun.Of("table", SampleFiles.Emulator, "-f", "html").Output);

    [Fact]
    public void TheTableHasACaptionAndHeadings()
    {
        string page = ToolRun.Of("table", SampleFiles.Emulator, "-f", "html").Succeeded().Output;

        Assert.Contains("<caption>", page, StringComparison.Ordinal);
        Assert.Equal(7, Regex.Count(page, "<th scope=\"col\""));
        Assert.Equal(11, Regex.Count(page, "<th scope=\"rowgroup\""));
        Assert.Equal(SampleFiles.EmulatorRows(), Regex.Count(page, "<th scope=\"row\""));
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<script")]
    private static partial Regex ScriptTag();

    [GeneratedRegex("<(link|img|iframe|object|embed)|\\ssrc=|\\shref=")]
    private static partial Regex ExternalAttribute();
}
