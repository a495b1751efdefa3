using System.Diagnostics;
using System.IO.Compression;
using NotifierGen.Tool.Tests.Harness;
using NotifierGen.Tool.Tests.Timelines;

namespace NotifierGen.Tool.Tests.Package;

/// <summary>The packed tool, installed into a fresh folder from a folder feed.</summary>
public sealed class PackedToolTests
{
    [Fact]
    public void TheInstalledToolDoesWhatTheReadmeSays()
    {
        using TestFolder folder = new();
        string version = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}";
        string feed = folder.File("feed");
        Dotnet(Repository.Root, "pack", "src/NotifierGen.Tool", "-c", SampleFiles.Configuration, "--no-build", "-o", feed, $"-p:PackageVersion={version}");
        string package = Path.Combine(feed, $"NotifierGen.Tool.{version}.nupkg");
        CheckContent(package);

        string tools = folder.File("tools");
        folder.Write("nuget.config", $"""<configuration><packageSources><clear /><add key="feed" value="{feed}" /></packageSources></configuration>""");
        Dotnet(folder.Path, "tool", "install", "NotifierGen.Tool", "--version", version, "--tool-path", tools, "--configfile", folder.File("nuget.config"));
        string tool = Path.Combine(tools, OperatingSystem.IsWindows() ? "notifiergen.exe" : "notifiergen");

        Assert.Contains("Examples:", Run(folder.Path, tool, "--help"), StringComparison.Ordinal);
        Assert.Equal(SampleFiles.EmulatorTable(), Run(folder.Path, tool, "table", SampleFiles.Emulator, "-f", "markdown"));
        Run(folder.Path, tool, "table", SampleFiles.Emulator, "-o", "table.html");
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(folder.File("table.html")), StringComparison.Ordinal);
        Run(folder.Path, tool, "graph", SampleFiles.Emulator, "-o", "order.svg");
        Assert.StartsWith("<svg", File.ReadAllText(folder.File("order.svg")), StringComparison.Ordinal);
        Assert.Equal("The tables are equal.\n", Run(folder.Path, tool, "diff", SampleFiles.Emulator, SampleFiles.Emulator, "--exit-code").ReplaceLineEndings("\n"));
        folder.Write("events.jsonl", Records.Events);
        Run(folder.Path, tool, "timeline", "events.jsonl", "-o", "timeline.html");
        Assert.Contains("session 7 in events.jsonl", File.ReadAllText(folder.File("timeline.html")), StringComparison.Ordinal);
    }

    private static void CheckContent(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        string[] files = [.. archive.Entries.Select(entry => entry.FullName)];
        Assert.Contains("README.md", files);
        Assert.Contains("tools/net8.0/any/NotifierGen.Pages.dll", files);
        Assert.Contains("tools/net8.0/any/NotifierGen.dll", files);
        using StreamReader nuspec = new(archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        string manifest = nuspec.ReadToEnd();
        Assert.Contains("<license type=\"expression\">MIT</license>", manifest, StringComparison.Ordinal);
        Assert.Contains("packageType name=\"DotnetTool\"", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Root, manifest, StringComparison.Ordinal);
    }

    private static void Dotnet(string folder, params string[] arguments) => Run(folder, "dotnet", arguments);

    private static string Run(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || key.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{errors.GetAwaiter().GetResult()}");
        return output;
    }
}
