using Emulator.Commands;
using Emulator.Guest;
using Emulator.Machine;
using Emulator.Migration;
using Emulator.Migration.Destination;
using Emulator.Migration.Source;
using Emulator.Migration.Wire;
using Emulator.Story;
using StreamReader = Emulator.Migration.Wire.StreamReader;

namespace NotifierGen.Samples.Tests.Emulator.Migration;

/// <summary>Postcopy between two boards of this process, or to a destination that plays false.</summary>
[Collection(HeavyTests.Name)]
public sealed class PostcopyMigrationTests : IDisposable
{
    private const long Slow = 2 << 20;
    private const long Fast = 200 << 20;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly PostcopyPair _pair = new();
    private readonly Chronicle _chronicle = new();
    private readonly GuestLines _lines = new();
    private readonly Board _there;

    public PostcopyMigrationTests()
    {
        _there = new Board(MachineShape.Default, _chronicle);
        _there.Machine.Uart.LinePrinted += _lines.Add;
    }

    [Fact]
    public void TheGuestRunsOnBehindThePagesThatItWaitsFor()
    {
        int requested = 0;
        MigrationOutcome outcome = _pair.Migrate(
            connection =>
            {
                var destination = new DestinationMigration(_there, connection.Stream, SectionClock.DefaultLimit, _chronicle);
                destination.Run();
                requested = destination.PagesRequested;
            },
            Slow);

        Assert.Equal((null, false), (outcome.Kind, outcome.GuestIsHere));
        Assert.True(requested > 0, "No page was waited for.");
        Assert.False(_pair.Guest.Machine.IsRunning);
        Assert.True(_there.Machine.IsRunning);
        Assert.True(_lines.WaitForAnother(s_patience), "The guest prints no more.");
        _there.Machine.Stop();
        VerificationReport report = GuestVerification.Verify(_there.Machine);
        Assert.Empty(report.Problems);
        Assert.True(report.Pages >= 2046);
        Assert.Empty(_there.Violations(migrating: false));
        Assert.False(_lines.SawCorruption);
        string[] stages = [.. _pair.Entries.Where(entry => entry.Kind == EntryKind.Notification).Select(entry => entry.Stage)];
        Assert.Equal(["SETUP", "POSTCOPY START", "DONE"], stages);
    }

    [Fact]
    public void AStreamThatBreaksAfterTheHandoverStopsTheGuestOnBothSides()
    {
        string? paused = null;
        MigrationOutcome outcome = _pair.Migrate(
            connection => paused = Assert.Throws<DestinationException>(new DestinationMigration(_there, connection.Stream, SectionClock.DefaultLimit, _chronicle).Run).Message,
            Slow,
            MigrationStep.Postcopy);

        Assert.True(outcome.GuestMayBeLost);
        Assert.Matches(@"lacks at least \d+ pages of it, so it stays stopped here", outcome.Message);
        AssertFailedAndNotStarted(outcome);
        Assert.StartsWith("postcopy-paused: ", paused, StringComparison.Ordinal);
        Assert.Contains("cannot go on", paused, StringComparison.Ordinal);
        Assert.False(_there.Machine.IsRunning);
        Assert.Empty(_there.Machine.VcpuFaults);
    }

    [Theory]
    [InlineData("not a list", "asks for pages in 3 bytes")]
    [InlineData("outside", "asks for page 1048576, which it does not lack")]
    [InlineData("twice", "twice")]
    [InlineData("too early", "answered 6 where Resumed was due")]
    [InlineData("unknown", "answered 99 where Resumed was due")]
    [InlineData("whole already", "answered 6 where Whole was due")]
    [InlineData("refusal", "the destination refused: a bad page")]
    [InlineData("gone", "the connection ended before the destination said")]
    public void AHostileDestinationGetsNoGuestToRunHere(string answer, string expected)
    {
        MigrationOutcome outcome = _pair.Migrate(connection => PlayFalse(connection, answer), Fast);

        Assert.Contains(expected, outcome.Message, StringComparison.Ordinal);
        AssertFailedAndNotStarted(outcome);
    }

    public void Dispose()
    {
        _there.Dispose();
        _pair.Dispose();
    }

    private void AssertFailedAndNotStarted(MigrationOutcome outcome)
    {
        Assert.Equal((MigrationFailureKind.Error, false), (outcome.Kind, outcome.GuestIsHere));
        Assert.False(_pair.Guest.Machine.IsRunning);
        ChronicleEntry[] notifications = [.. _pair.Entries.Where(entry => entry.Kind == EntryKind.Notification)];
        Assert.Equal(["SETUP", "POSTCOPY START", "FAILED before VM start", "FAILED after VM start"], notifications.Select(entry => entry.Stage));
        Assert.Contains("the VM will not start", notifications[2].What, StringComparison.Ordinal);
        Assert.Contains("the VM was not started", notifications[3].What, StringComparison.Ordinal);
        Assert.DoesNotContain(_pair.Entries, entry => entry.Kind == EntryKind.VmStarts);
    }

    /// <summary>Takes everything up to the start as a destination does, and then answers something else.</summary>
    private static void PlayFalse(Connection connection, string answer)
    {
        using var reader = new StreamReader(connection.Stream, new SectionClock(SectionClock.DefaultLimit, TimeProvider.System));
        reader.ReadHeader();
        reader.ReadSection();
        ReturnPath.Write(connection.Stream, AnswerKind.Accepted, "");
        byte[] missing = ReadUpTo(reader, StreamSection.End);
        ReturnPath.Write(connection.Stream, AnswerKind.Loaded, "");
        ReadUpTo(reader, StreamSection.Start);
        int page = Array.FindIndex(missing, bits => bits != 0) * 8;
        page += System.Numerics.BitOperations.TrailingZeroCount(missing[page / 8]);
        byte[] request = BitConverter.GetBytes(page);
        switch (answer)
        {
            case "not a list":
                ReturnPath.Write(connection.Stream, AnswerKind.PageRequest, (ReadOnlySpan<byte>)[1, 2, 3]);
                break;
            case "outside":
                ReturnPath.Write(connection.Stream, AnswerKind.PageRequest, BitConverter.GetBytes(1 << 20));
                break;
            case "twice":
                ReturnPath.Write(connection.Stream, AnswerKind.PageRequest, (byte[])[.. request, .. request]);
                break;
            case "too early":
                ReturnPath.Write(connection.Stream, AnswerKind.Whole, "");
                break;
            case "unknown":
                ReturnPath.Write(connection.Stream, (AnswerKind)99, "");
                break;
            case "whole already":
                ReturnPath.Write(connection.Stream, AnswerKind.Resumed, "");
                ReturnPath.Write(connection.Stream, AnswerKind.Whole, "");
                break;
            case "refusal":
                ReturnPath.Write(connection.Stream, AnswerKind.Refused, "a bad page");
                break;
            default:
                return;
        }

        connection.Linger(TimeSpan.FromSeconds(5));
    }

    /// <returns>The content of the list of missing pages, if it was among the sections.</returns>
    private static byte[] ReadUpTo(StreamReader reader, StreamSection last)
    {
        byte[] missing = [];
        SectionContent content;
        do
        {
            content = reader.ReadSection();
            missing = content.Kind == StreamSection.Missing ? content.TakeRest().ToArray() : missing;
        }
        while (content.Kind != last);

        return missing;
    }
}
