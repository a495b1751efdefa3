using System.Text.RegularExpressions;
using System.Xml.Linq;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Graphs;

public sealed class GraphTests
{
    [Fact]
    public void MermaidHasEveryRowAndTheEdges()
    {
        string graph = ToolRun.Of("graph", SampleFiles.Emulator).Succeeded().Output;

        Assert.Equal(SampleFiles.EmulatorRows(), Regex.Count(graph, @"^    r\d+\[""", RegexOptions.Multiline));

        // Within a section each row leads to the next one.
        Assert.Equal(SampleFiles.EmulatorRows() - 11, Regex.Count(graph, @"^    r\d+ --> r\d+$", RegexOptions.Multiline));
        string attach = Regex.Match(graph, @"r(\d+)\[""\d+ VfioInterrupts\.AttachAll""\]").Groups[1].Value;
        string map = Regex.Match(graph, @"r(\d+)\[""\d+ LegacyContainer\.MapAgain""\]").Groups[1].Value;
        Assert.Contains($"r{map} -. After .-> r{attach}\n", graph, StringComparison.Ordinal);
    }

    [Fact]
    public void SvgHasEveryRowAndTheEdges()
    {
        string svg = ToolRun.Of("graph", SampleFiles.Emulator, "--format", "svg").Succeeded().Output;

        XDocument drawing = XDocument.Parse(svg);
        XNamespace space = "http://www.w3.org/2000/svg";
        Assert.Equal(11, drawing.Descendants(space + "rect").Count(each => each.Attribute("class")?.Value == "panel"));
        Assert.Equal(3, drawing.Descendants(space + "path").Count(each => each.Attribute("class")?.Value == "arc"));
        Assert.Equal(SampleFiles.EmulatorRows(), drawing.Descendants(space + "text").Count(each => each.Attribute("text-anchor")?.Value == "end"));
        Assert.Equal(svg, ToolRun.Of("graph", SampleFiles.Emulator, "--format", "svg").Output);
    }

    [Fact]
    public void BeforeLeadsTheOtherWay()
    {
        using TestFolder folder = new();
        string file = GeneratedAssembly.Compile(
            "Lib",
            "public class A { [OnMigrationEvent(Done)] public void X() { } } public class B { [OnMigrationEvent(Done, Before = new[] { typeof(A) })] public void Y() { } }").WriteTo(folder);

        string graph = ToolRun.Of("graph", file).Succeeded().Output;

        Assert.Contains("r0[\"0 B.Y\"]", graph, StringComparison.Ordinal);
        Assert.Contains("r0 -. Before .-> r1", graph, StringComparison.Ordinal);
    }
}
