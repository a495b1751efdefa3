using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NotifierGen.Samples.Tests.Emulator.Commands;

[Collection(HeavyTests.Name)]
public sealed partial class MigrateCommandTests
{
    [Theory]
    [InlineData("--fail-at connect", "cannot connect")]
    [InlineData("--fail-at setup", "bytes of RAM")]
    [InlineData("--fail-at iterate", "migration: ")]
    [InlineData("--fail-at switchover", "migration: ")]
    [InlineData("--fail-at load", "the digest is another")]
    [InlineData("--cancel-at setup", "migration: cancelled")]
    [InlineData("--cancel-at iterate", "migration: cancelled")]
    [InlineData("--cancel-at switchover", "migration: cancelled")]
    [InlineData("--refuse vfio1", "vfio1: the firmware does not enter PreCopy")]
    [InlineData("--refuse gicv3", "gicv3 is pinned to this host")]
    [InlineData("--kill-destination", "kill -9")]
    [InlineData("--kill-destination switchover", "kill -9")]
    [InlineData("--postcopy --fail-at iterate", "migration: ")]
    [InlineData("--postcopy --fail-at switchover", "list of missing pages sent")]
    [InlineData("--postcopy --fail-at load", "the digest is another")]
    public void AfterEveryFailureTheGuestRunsOnUnharmed(string flags, string expected)
    {
        string output = Migrate(flags);

        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("verified on the source: ", output, StringComparison.Ordinal);
        Assert.Contains("guest: unharmed, it runs on here", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CORRUPT", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fail-at switchover")]
    [InlineData("--fail-at load")]
    [InlineData("--cancel-at switchover")]
    public void EveryFailedRowComesBeforeTheVmStarts(string flags)
    {
        string output = Migrate(flags);

        int stops = output.IndexOf("=== VM stops ===", StringComparison.Ordinal);
        int starts = output.IndexOf("=== VM starts ===", StringComparison.Ordinal);
        Assert.InRange(stops, 0, starts);
        foreach (string row in (string[])["virtio-net0        primary: plugged", "vfio0              Running", "vfio1              Running", "vdpa0              shadow queues off"])
        {
            int at = output.IndexOf("FAILED before VM start        " + row, StringComparison.Ordinal);
            Assert.InRange(at, stops, starts);
        }

        Assert.True(output.IndexOf("FAILED after VM start         spice0             viewers kept", StringComparison.Ordinal) > starts);
        Assert.Contains("downtime: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ASuccessLeavesTheGuestToTheDestinationAndNobodyElse()
    {
        string output = Migrate("");

        Assert.Contains("the guest runs on the destination", output, StringComparison.Ordinal);
        Assert.Contains("the source stays stopped", output, StringComparison.Ordinal);
        Assert.Matches(@"destination \| .*guest: round \d+ ok", output);
        Assert.Matches(@"destination \| .*verified on the destination", output);
        Assert.Matches(@"INCOMING DONE after VM start\s+virtio-net0\s+address announced", output);
        Assert.Contains("guest: unharmed, it left for the destination", output, StringComparison.Ordinal);
        int over = output.IndexOf("VM stops", StringComparison.Ordinal);
        Assert.DoesNotMatch(@"source +\| guest: round", output[over..]);
    }

    [Theory]
    [InlineData("--postcopy")]
    [InlineData("--postcopy --cancel-at postcopy")]
    public void InPostcopyTheGuestRunsOverThereBeforeAllOfItIsThere(string flags)
    {
        using var emulator = new EmulatorProcess(["migrate", .. flags.Split(' '), "--seconds", "0.4", "--bandwidth", "12"]);
        Assert.Equal(0, emulator.WaitForEnd());
        string output = emulator.Output;

        int runs = output.IndexOf("=== the guest runs on the destination ===", StringComparison.Ordinal);
        int whole = output.IndexOf("the destination has everything", StringComparison.Ordinal);
        Assert.InRange(runs, output.IndexOf("POSTCOPY START: ", StringComparison.Ordinal), whole);
        Assert.True(output.IndexOf("DONE: ", whole, StringComparison.Ordinal) > 0, output);
        Assert.Equal(flags.Contains("--cancel-at", StringComparison.Ordinal), output.Contains("cancelling is refused", StringComparison.Ordinal));
        Assert.Matches(@"destination \| postcopy is over: (\d+) of \1 pages came while the guest ran, [1-9]\d* were waited for", output);
        Assert.Matches(@"postcopy: (\d+) of \1 missing pages sent, \d+ of them on request", output);
        Assert.Matches(@"destination \| .*verified on the destination", output);
        Assert.Contains("guest: unharmed, it left for the destination", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CORRUPT", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fail-at postcopy", "error: postcopy-paused: ")]
    [InlineData("--kill-destination postcopy", "kill -9")]
    public void AStreamThatBreaksInPostcopyLeavesTheSourceStopped(string flags, string expected)
    {
        string output = Migrate("--postcopy " + flags);

        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("FAILED before VM start: the vCPUs stand still, the VM will not start; Error: ", output, StringComparison.Ordinal);
        Assert.Contains("FAILED after VM start: the VM was not started", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)^ *[\d.]+ s +=== VM starts ===", output);
        Assert.Contains("the source stays stopped", output, StringComparison.Ordinal);
        Assert.Contains("the destination has stopped as well", output, StringComparison.Ordinal);
        Assert.Matches(@"migration: .*; the guest is the destination's, which [^;]*, so it stays stopped here", output);
        Assert.Contains("guest: lost, as postcopy risks", output, StringComparison.Ordinal);
    }

    [Fact]
    public void PreCopyConvergesUntilWhatIsLeftFitsIntoTheDowntimeLimit()
    {
        using var emulator = new EmulatorProcess("migrate", "--seconds", "0.2", "--downtime-limit", "250");
        Assert.Equal(0, emulator.WaitForEnd());
        double[] expected = [.. Rounds().Matches(emulator.Output).Select(round => double.Parse(round.Groups[1].Value, CultureInfo.InvariantCulture))];

        Assert.True(expected.Length >= 2, emulator.Output);
        Assert.All(expected[..^1], downtime => Assert.True(downtime >= 250, emulator.Output));
        Assert.True(expected[^1] <= 250, emulator.Output);
    }

    [Fact]
    public void AGuestThatIsTooFastForTheLineIsStoppedAfterTheLastRound()
    {
        using var emulator = new EmulatorProcess("migrate", "--seconds", "0.2", "--bandwidth", "6", "--downtime-limit", "1");
        Assert.Equal(0, emulator.WaitForEnd());
        string output = emulator.Output;

        Assert.Equal(30, Rounds().Count(output));
        Assert.Contains("after 30 rounds it is stopped all the same", output, StringComparison.Ordinal);
        Assert.Contains("guest: unharmed, it left for the destination", output, StringComparison.Ordinal);
    }

    [Fact]
    public void TelemetryIsPrintedOnRequestBehindTheStory()
    {
        string output = Migrate("--fail-at switchover --telemetry");

        string telemetry = output[output.IndexOf("guest: unharmed", StringComparison.Ordinal)..];
        Assert.Matches(@"Activity\.DisplayName: +migration", telemetry);
        Assert.Contains("notifiergen.mode: Normal", telemetry, StringComparison.Ordinal);
        Assert.Matches(@"Metric Name: notifiergen\.downtime,[^$]*notifiergen\.outcome: started", telemetry);
        Assert.Matches(@"notifiergen\.device: Devices\.Vfio\.VfioDevice notifiergen\.event: Failed notifiergen\.handler: Run", telemetry);
        Assert.DoesNotContain("Activity.DisplayName", Migrate("--fail-at switchover"), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatEachHandlerCostIsShown()
    {
        string output = Migrate("--fail-at switchover");

        Assert.Matches(@"handlers: \d+ us", output);
        Assert.Matches(@"\d+ us  VfioDevice\.Run of vfio1, Failed, BeforeVmStart", output);
    }

    [Fact]
    public void RowsOfOtherModesAreShownOnRequestOnly()
    {
        Assert.DoesNotContain("CprExecHandover", Migrate("--refuse gicv3"), StringComparison.Ordinal);
        Assert.Matches(@"CprExecHandover +HandOver +Done +last +exec", Migrate("--refuse gicv3 --all-rows"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(170)]
    [InlineData(330)]
    public void ADestinationThatIsKilledAtAnyMomentTakesNothingWithIt(int milliseconds)
    {
        using var emulator = new EmulatorProcess("migrate", "--seconds", "0.6", "--bandwidth", "24");
        string started = emulator.WaitFor("destination: process ");
        emulator.WaitFor("connecting to");
        using (Process destination = Process.GetProcessById(int.Parse(ProcessId().Match(started).Groups[1].Value, CultureInfo.InvariantCulture)))
        {
            destination.WaitForExit(milliseconds);
            destination.Kill();
        }

        int exitCode = emulator.WaitForEnd();

        // Nobody asked for this failure: 1. Had the guest left already, it would have died with the destination, and the source would say so.
        Assert.Equal(1, exitCode);
        bool left = emulator.Output.Contains("the guest runs on the destination", StringComparison.Ordinal);
        Assert.Contains(left ? "the source stays stopped" : "guest: unharmed, it runs on here", emulator.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CORRUPT", emulator.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoProcessesThatWereStartedByHandFindEachOther()
    {
        using var destination = new EmulatorProcess("receive", "--seconds", "0.5", "--memory", "12", "--vcpus", "3");
        string address = destination.WaitFor("listening on ")["listening on ".Length..];
        using var source = new EmulatorProcess("migrate", "--to", address, "--seconds", "0.2", "--memory", "12", "--vcpus", "3");

        Assert.Equal(0, source.WaitForEnd());
        Assert.Equal(0, destination.WaitForEnd());
        Assert.Matches(@"guest: round \d+ ok harts=3", destination.Output);
        Assert.Contains("verified on the destination", destination.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--refuse nonsense", "there is no such device; there are gicv3")]
    [InlineData("--to nonsense", "write ADDRESS:PORT")]
    [InlineData("--fail-at nonsense", "nonsense")]
    [InlineData("--vcpus 99", "1 to 8")]
    [InlineData("--memory 0", "1 to 1024")]
    [InlineData("--downtime-limit 0", "1 to 60000 milliseconds")]
    [InlineData("--fail-at load --cancel-at setup", "one of them at a time")]
    [InlineData("--to 127.0.0.1:1 --kill-destination", "leave --to out")]
    [InlineData("--fail-at postcopy", "one of --postcopy only")]
    [InlineData("--wrong", "--wrong")]
    public void AMistakeIsOneLine(string flags, string expected)
    {
        using var emulator = new EmulatorProcess(["migrate", .. flags.Split(' ')]);
        Assert.NotEqual(0, emulator.WaitForEnd());
        string line = Assert.Single(emulator.Errors);
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.Contains(expected, line, StringComparison.Ordinal);
    }

    private static string Migrate(string flags)
    {
        string[] given = flags.Length == 0 ? [] : flags.Split(' ');
        using var emulator = new EmulatorProcess(["migrate", .. given, "--seconds", "0.4", "--bandwidth", "100"]);
        int exitCode = emulator.WaitForEnd();
        Assert.True(exitCode == 0, emulator.Output + string.Join('\n', emulator.Errors));
        return emulator.Output;
    }

    [GeneratedRegex(@"round +\d+: +\d+ pages, +[\d.]+ MiB, +\d+ ms; +\d+ dirty, +\d+/s; expected downtime +(\d+) ms")]
    private static partial Regex Rounds();

    [GeneratedRegex(@"process (\d+)")]
    private static partial Regex ProcessId();
}
