using System.Diagnostics;
using NotifierGen.Pages.Records;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Timelines;

/// <summary>What the emulator records of a real migration between two processes.</summary>
public sealed class EmulatorRecordTests
{
    [Fact]
    public void TheEmulatorWritesTheRecordAndThePage()
    {
        using TestFolder folder = new();
        string json = folder.File("migration.json");
        string html = folder.File("timeline.html");
        using Process emulator = Process.Start(new ProcessStartInfo("dotnet", [SampleFiles.Emulator, "migrate", "--fail-at", "switchover", "--record", json, "--timeline", html]) { RedirectStandardOutput = true })!;
        string story = emulator.StandardOutput.ReadToEnd();
        emulator.WaitForExit();
        Assert.True(emulator.ExitCode == 0, story);

        // The tool draws from the record what the emulator has drawn, but for digits that the record rounds away.
        string page = ToolRun.Of("timeline", json).Succeeded().Output;
        Assert.Equal(Headings(File.ReadAllText(html)), Headings(page));
        Assert.Contains("The downtime:", page, StringComparison.Ordinal);
        MigrationRecord record = RecordReader.Read(File.ReadAllBytes(json), "migration.json");
        Assert.True(record.Failed);
        Assert.NotEmpty(record.Rounds);
        RecordedPause pause = Assert.Single(record.Pauses);
        Assert.Equal(PauseEnd.Started, pause.End);

        // Failed comes once, before the VM starts, and every handler that answers it is there with its device and its budget.
        RecordedHandler[] failed = [.. record.Handlers.Where(handler => (handler.Event, handler.Phase) == (MigrationEvent.Failed, Phase.BeforeVmStart))];
        Assert.Contains(failed, handler => handler is { Device: "virtio-net0", Handler: "PlugBack", Budget: 500 });
        Assert.Contains(failed, handler => handler is { Device: "vfio1", Handler: "Run" });
        Assert.All(failed, handler => Assert.InRange(handler.At, pause.At, pause.At + pause.Duration));
        Assert.All(record.Handlers.Where(handler => handler.Phase == Phase.AfterVmStart), handler => Assert.True(handler.At >= pause.At + pause.Duration));
    }

    private static string[] Headings(string page) => [.. page.Split('\n').Where(line => line.StartsWith("<h2>", StringComparison.Ordinal) || line.StartsWith("<svg", StringComparison.Ordinal))];

    [Fact]
    public async Task AFolderThatIsNotThereIsFoundOutBeforeTheMigration()
    {
        using TestFolder folder = new();
        using Process emulator = Process.Start(new ProcessStartInfo("dotnet", [SampleFiles.Emulator, "migrate", "--timeline", folder.File("none/timeline.html")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = emulator.StandardError.ReadToEndAsync();
        await emulator.StandardOutput.ReadToEndAsync();
        await emulator.WaitForExitAsync();

        Assert.Equal(1, emulator.ExitCode);
        Assert.Contains("there is no such folder", await errors, StringComparison.Ordinal);
    }
}
