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

        // Setup's handlers are bars of their devices too.
        RecordedHandler[] setup = [.. record.Handlers.Where(handler => handler.Event == MigrationEvent.Setup)];
        Assert.Contains(setup, handler => handler is { Device: "spice0", Handler: "StartSwitch" });
        Assert.Contains(setup, handler => handler is { Device: "vfio1", Handler: "StartPreCopy" });
        Assert.All(record.Handlers.Where(handler => handler.Class.StartsWith("Devices.", StringComparison.Ordinal)), handler => Assert.NotEqual("", handler.Device));

        // Failed comes once, before the VM starts, and every handler that answers it is there with its device and its budget.
        RecordedHandler[] failed = [.. record.Handlers.Where(handler => (handler.Event, handler.Phase) == (MigrationEvent.Failed, Phase.BeforeVmStart))];
        Assert.Contains(failed, handler => handler is { Device: "virtio-net0", Handler: "PlugBack", Budget: 500 });
        Assert.Contains(failed, handler => handler is { Device: "vfio1", Handler: "Run" });
        Assert.All(failed, handler => Assert.InRange(handler.At, pause.At, pause.At + pause.Duration));
        Assert.All(record.Handlers.Where(handler => handler.Phase == Phase.AfterVmStart), handler => Assert.True(handler.At >= pause.At + pause.Duration));
    }

    [Fact]
    public void ThePostcopyOfTheEmulatorIsInItsRecord()
    {
        using TestFolder folder = new();
        string json = folder.File("migration.json");
        using Process emulator = Process.Start(new ProcessStartInfo("dotnet", [SampleFiles.Emulator, "migrate", "--postcopy", "--record", json]) { RedirectStandardOutput = true })!;
        string story = emulator.StandardOutput.ReadToEnd();
        emulator.WaitForExit();
        Assert.True(emulator.ExitCode == 0, story);

        MigrationRecord record = RecordReader.Read(File.ReadAllBytes(json), "migration.json");
        RecordedPostcopy postcopy = Assert.Single(record.Postcopies);
        Assert.True(postcopy.Whole);
        Assert.True(postcopy.Pages > 0);
        Assert.Equal(postcopy.MissingPages, postcopy.Pages);
        Assert.InRange(postcopy.RequestedPages, 0, postcopy.Pages);

        // It begins where the downtime ends, and Done comes when it is over.
        RecordedPause pause = Assert.Single(record.Pauses);
        Assert.Equal(PauseEnd.HandedOver, pause.End);
        Assert.InRange(postcopy.At, pause.At, pause.At + pause.Duration + 1);
        Assert.All(record.Handlers.Where(handler => handler.Event == MigrationEvent.Done), handler => Assert.True(handler.At >= postcopy.End));
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
