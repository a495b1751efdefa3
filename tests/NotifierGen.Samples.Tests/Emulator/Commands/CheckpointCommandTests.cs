using System.Globalization;
using System.Text.RegularExpressions;
using NotifierGen.Samples.Tests.Emulator.Checkpoint;

namespace NotifierGen.Samples.Tests.Emulator.Commands;

/// <summary>`snapshot`, `restore`, `cpr-reboot` and `cpr-exec` as somebody types them, with the processes that come of it.</summary>
[Collection(HeavyTests.Name)]
public sealed partial class CheckpointCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ASnapshotIsTakenWhileTheGuestRunsAndAnotherProcessGoesOnFromIt()
    {
        string taken = Run(0, "snapshot", _folder.File, "--seconds", "0.4");
        Assert.Matches(@"=== VM starts ===(\n.*)*DONE: the guest runs", taken);
        Assert.Contains("guest: unharmed, it runs on here", taken, StringComparison.Ordinal);

        string restored = Run(0, "restore", _folder.File, "--seconds", "0.1");
        Assert.Matches(@"INCOMING DONE after VM start: the VM was started(\n.*)*guest: round \d+ ok", restored);
        Assert.Contains("verified here: ", restored, StringComparison.Ordinal);
        Assert.DoesNotContain("CORRUPT", restored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fail-at write", "no space left on device")]
    [InlineData("--cancel-at stopped", "snapshot: cancelled")]
    public void ASnapshotThatFailsHarmsNeitherGuestNorOldFile(string flags, string expected)
    {
        File.WriteAllText(_folder.File, "the old one");
        string output = Run(0, ["snapshot", _folder.File, "--seconds", "0.2", "--bandwidth", "100", .. flags.Split(' ')]);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("guest: unharmed, it runs on here", output, StringComparison.Ordinal);
        Assert.Equal("the old one", File.ReadAllText(_folder.File));
        Assert.Equal(["guest.snapshot"], _folder.Names);
    }

    [Fact]
    public void ARebootGoesOnInAnotherProcess()
    {
        string output = Run(0, "cpr-reboot", _folder.File, "--seconds", "0.2");
        Assert.Matches(@"the guest is suspended to RAM(\n.*)*=== VM stops ===(\n.*)*DONE: the vCPUs stand still(\n.*)*destination \| the guest is woken up(\n.*)*destination \| guest: round \d+ ok", output);
        Assert.Contains("destination | verified here: ", output, StringComparison.Ordinal);
        Assert.Contains("guest: unharmed, it runs on in the other process", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ARebootCanBeLeftToALaterProcess()
    {
        Assert.Contains("stopped, it is in ", Run(0, "cpr-reboot", _folder.File, "--leave", "--seconds", "0.2"), StringComparison.Ordinal);
        Assert.Contains("the guest is woken up", Run(0, "restore", _folder.File, "--seconds", "0.1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--awake", "the guest must be suspended to RAM before the host reboots")]
    [InlineData("--fail-at write", "FAILED before VM start: the vCPUs stand still, the VM will start")]
    public void ARebootThatFailsLeavesTheGuestHere(string flags, string expected)
    {
        string output = Run(0, ["cpr-reboot", _folder.File, "--seconds", "0.2", .. flags.Split(' ')]);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("guest: unharmed, it runs on here", output, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void AnExecKeepsTheProcessAndTheMemory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "cpr-exec takes Linux.");
        using var emulator = new EmulatorProcess("cpr-exec", "--seconds", "1");
        emulator.WaitFor("new image, process");
        string status = File.ReadAllText($"/proc/{emulator.Id}/status");
        Assert.Equal(0, emulator.WaitForEnd());
        string output = emulator.Output;

        Match old = Before().Match(output);
        Match now = After().Match(output);
        Assert.Equal(emulator.Id.ToString(CultureInfo.InvariantCulture), old.Groups["process"].Value);
        Assert.Equal(old.Groups["process"].Value, now.Groups["process"].Value);
        Assert.Equal(old.Groups["inode"].Value, now.Groups["inode"].Value);
        Assert.Matches(@"=== VM stops ===(\n.*)*DONE: the vCPUs stand still(\n.*)*INCOMING SETUP: the vCPUs stand still(\n.*)*=== VM starts ===(\n.*)*guest: round \d+ ok", output);
        Assert.DoesNotContain("FAILED", output[output.IndexOf("VM stops", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("verified in the new image: ", output, StringComparison.Ordinal);
        Assert.Contains("guest: unharmed, it runs on in the new image", output, StringComparison.Ordinal);

        // Nothing is blocked, and Ctrl+C and the end of a child are not ignored.
        Assert.Equal(0UL, Signals(status, "SigBlk"));
        Assert.Equal(0UL, Signals(status, "SigIgn") & ((1UL << (2 - 1)) | (1UL << (15 - 1)) | (1UL << (17 - 1))));
    }

    [Theory]
    [InlineData("open", "FAILED before VM start: the guest runs")]
    [InlineData("exec", "the new image cannot be started: ")]
    [InlineData("replace", "RECLAIMED before VM start: the vCPUs stand still, the VM will start")]
    public void AnExecThatFailsLeavesTheGuestInTheOldImage(string step, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "cpr-exec takes Linux.");
        string output = Run(0, "cpr-exec", "--fail-at", step, "--seconds", "0.2");
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("variable unset, memory file closed", output, StringComparison.Ordinal);
        Assert.Contains("guest: unharmed, it runs on in the old image", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("restore nowhere.snapshot", "cannot be read")]
    [InlineData("restore .", "cannot be read")]
    [InlineData("snapshot .", "is a folder")]
    [InlineData("snapshot a.snapshot --fail-at open --cancel-at open", "one of them at a time")]
    [InlineData("snapshot a.snapshot --bandwidth 0", "1 to 100000 MiB")]
    [InlineData("cpr-resume --ram 5", "only cpr-exec can start this command")]
    public void AMistakeIsOneLine(string arguments, string expected)
    {
        using var emulator = new EmulatorProcess(arguments.Split(' '));
        Assert.NotEqual(0, emulator.WaitForEnd());
        Assert.Contains(expected, Assert.Single(emulator.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void AForeignFileIsOneLine()
    {
        File.WriteAllText(_folder.File, "dear diary");
        using var emulator = new EmulatorProcess("restore", _folder.File);
        Assert.Equal(1, emulator.WaitForEnd());
        Assert.Matches(@"^error: .*guest\.snapshot: the stream ends early.*; it is not whole, not right", Assert.Single(emulator.Errors));
    }

    public void Dispose() => _folder.Dispose();

    private static string Run(int exitCode, params string[] arguments)
    {
        using var emulator = new EmulatorProcess(arguments);
        int ended = emulator.WaitForEnd();
        Assert.True(ended == exitCode, $"ended with {ended}\n{emulator.Output}{string.Join('\n', emulator.Errors)}");
        return emulator.Output;
    }

    private static ulong Signals(string status, string name) =>
        ulong.Parse(status.Split('\n').Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split('\t')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"s  process (?<process>\d+); guest RAM: descriptor \d+, inode (?<inode>\d+)")]
    private static partial Regex Before();

    [GeneratedRegex(@"new image, process (?<process>\d+); guest RAM: descriptor \d+, inode (?<inode>\d+), nothing was copied")]
    private static partial Regex After();
}
