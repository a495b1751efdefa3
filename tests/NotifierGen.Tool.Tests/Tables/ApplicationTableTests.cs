using System.Text.Json;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Tables;

public sealed class ApplicationTableTests
{
    [Fact]
    public void TheEmulatorsTableIsTheOneThatItsBuildWrote() =>
        Assert.Equal(SampleFiles.EmulatorTable(), ToolRun.Of("table", SampleFiles.Emulator, "--format", "markdown").Succeeded().Output);

    [Fact]
    public void TheTextHasTheSameRowsInAlignedColumns()
    {
        string[] lines = ToolRun.Of("table", SampleFiles.Emulator).Succeeded().Output.TrimEnd('\n').Split('\n');

        Assert.Equal(SampleFiles.EmulatorTable().Count(each => each == '\n') - 2, lines.Length - 1);
        Assert.StartsWith("device ", lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
    }

    [Fact]
    public void TheJsonSaysOfEachRowAllThatItsHandlerDeclares()
    {
        using JsonDocument json = JsonDocument.Parse(ToolRun.Of("table", SampleFiles.Emulator, "-f", "json").Succeeded().Output);

        JsonElement root = json.RootElement;
        Assert.Equal("Emulator.Machine.BoardNotifiers", root.GetProperty("dispatcher").GetString());
        string[] markdown = SampleFiles.EmulatorTable().TrimEnd('\n').Split('\n')[2..];
        JsonElement[] rows = [.. root.GetProperty("rows").EnumerateArray()];
        Assert.Equal(markdown, rows.Select(row =>
            $"| {row.GetProperty("device")} | {row.GetProperty("handler")} | {row.GetProperty("event")} | {row.GetProperty("phase")} | {string.Join(", ", row.GetProperty("modes").EnumerateArray())} | {row.GetProperty("order")} |"));
        JsonElement attach = rows.Single(row => row.GetProperty("handler").GetString() == "AttachAll" && row.GetProperty("event").GetString() == "Failed");
        Assert.Equal("Devices.Vfio.LegacyContainer", attach.GetProperty("after")[0].GetString());
        Assert.Equal(200, attach.GetProperty("budgetMicroseconds").GetInt32());
        Assert.True(rows.Single(row => row.GetProperty("handler").GetString() == "RefuseWhereImagesStay").GetProperty("static").GetBoolean());
        Assert.Contains(rows, row => row.GetProperty("requiresStoppedVm").GetBoolean());
    }

    [Fact]
    public void AFileGetsTheFormatOfItsExtension()
    {
        using TestFolder folder = new();

        ToolRun.Of("table", SampleFiles.Emulator, "-o", folder.File("table.md")).Succeeded();
        ToolRun.Of("table", SampleFiles.Emulator, "-o", folder.File("table.html")).Succeeded();

        Assert.Equal(SampleFiles.EmulatorTable(), File.ReadAllText(folder.File("table.md")));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(folder.File("table.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void ALibraryShowsItsOwnRows()
    {
        string output = ToolRun.Of("table", SampleFiles.Of("Devices.VirtioNet"), "-f", "markdown").Succeeded().Output;

        Assert.Equal(8, output.Split('\n').Count(line => line.StartsWith("| Devices.VirtioNet.VirtioNet |", StringComparison.Ordinal)));
        Assert.Equal(11, output.Split('\n').Length);
    }

    [Fact]
    public void APluginJoinsTheTableWhereTheCompilerWouldHavePutIt()
    {
        using TestFolder folder = new();
        GeneratedAssembly devices = GeneratedAssembly.Compile("Lib", "namespace Lib; public class Nic { [OnMigrationEvent(Done)] public void A() { } [OnMigrationEvent(Setup)] public void S() { } }");
        GeneratedAssembly plugin = GeneratedAssembly.Compile("Plugin", "namespace Plugin; public class Tpm { [OnMigrationEvent(Done, Before = new[] { typeof(Lib.Nic) })] public void Z() { } }", devices);
        const string Board = "[DispatchTable] public sealed partial class Board : MigrationDispatcher;";
        devices.WriteTo(folder);
        string application = GeneratedAssembly.Compile("App", Board, devices).WriteTo(folder);

        string joined = ToolRun.Of("table", application, plugin.WriteTo(folder), "-f", "markdown").Succeeded().Output;

        GeneratedAssembly whole = GeneratedAssembly.Compile("Whole", Board, devices, plugin);
        Assert.Equal(whole.RunTimeTable("Board", devices, plugin), joined);
        Assert.DoesNotContain("Tpm", ToolRun.Of("table", application).Succeeded().Output, StringComparison.Ordinal);
    }
}
