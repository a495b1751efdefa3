using System.Diagnostics;
using System.Globalization;
using NotifierGen.Pages.Records;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Timelines;

/// <summary>A .nettrace file that the runtime wrote while the emulator migrated.</summary>
public sealed class TraceTests
{
    private static readonly Lazy<byte[]> s_trace = new(Record);

    [Fact]
    public void ATraceHasTheHandlersOfTheMigration()
    {
        MigrationRecord record = RecordReader.Read(s_trace.Value, "trace.nettrace");

        Assert.Equal("session 1 in trace.nettrace", record.Title);
        Assert.Equal("Normal", record.Mode);
        Assert.True(record.Failed);
        Assert.Contains(record.Handlers, handler => handler is { Class: "Devices.VirtioNet.VirtioNet", Handler: "UnplugPrimary", Event: MigrationEvent.Setup, Duration: > 0 });
        Assert.Contains(record.Handlers, handler => handler is { Class: "Devices.Vfio.VfioDevice", Handler: "Run", Event: MigrationEvent.Failed });
        Assert.Contains(record.Handlers, handler => handler is { Class: "Devices.Spice.SpiceServer", Handler: "KeepClients", Phase: Phase.AfterVmStart });
        Assert.Equal(record.Handlers.Select(handler => handler.At).Order(), record.Handlers.Select(handler => handler.At));
        Assert.All(record.Handlers, handler => Assert.InRange(handler.End, handler.At, 60e6));
    }

    [Fact]
    public void DamagedTraces()
    {
        Random random = new(4);
        using TestFolder folder = new();
        for (int i = 0; i < 400; i++)
        {
            byte[] mutant = random.Next(3) == 0 ? s_trace.Value[..random.Next(8, s_trace.Value.Length)] : [.. s_trace.Value];
            mutant[random.Next(mutant.Length)] ^= (byte)(1 << random.Next(8));
            ToolRun run = ToolRun.Of("timeline", folder.Write("trace.nettrace", mutant));
            Assert.True(run.Code is (int)ExitCode.Success or (int)ExitCode.Damaged or (int)ExitCode.OtherSchema, string.Create(CultureInfo.InvariantCulture, $"mutant {i}: {run.Errors}"));
            if (run.Code != 0)
            {
                run.OneLine();
            }
        }
    }

    private static byte[] Record()
    {
        using TestFolder folder = new();
        ProcessStartInfo start = new("dotnet", [SampleFiles.Emulator, "migrate", "--fail-at", "connect"]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableEventPipe"] = "1";
        start.Environment["DOTNET_EventPipeConfig"] = "NotifierGen:7:4";
        start.Environment["DOTNET_EventPipeRundown"] = "0";
        start.Environment["DOTNET_EventPipeOutputPath"] = folder.File("trace.nettrace");
        using Process emulator = Process.Start(start)!;
        string story = emulator.StandardOutput.ReadToEnd();
        emulator.WaitForExit();
        Assert.True(emulator.ExitCode == 0, story);
        return File.ReadAllBytes(folder.File("trace.nettrace"));
    }
}
