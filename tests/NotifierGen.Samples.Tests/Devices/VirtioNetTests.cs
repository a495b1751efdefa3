using System.Buffers.Binary;
using Devices.VirtioNet;

namespace NotifierGen.Samples.Tests.Devices;

public sealed class VirtioNetTests : BoardTests
{
    public static TheoryData<string> GuestsThatCanBeAsked =>
        [nameof(TestHotplugPort.Answer.Never), nameof(TestHotplugPort.Answer.Unbinds), nameof(TestHotplugPort.Answer.AtOnce)];

    [Theory]
    [InlineData(nameof(TestHotplugPort.Answer.Never), PrimaryState.UnplugRequested)]
    [InlineData(nameof(TestHotplugPort.Answer.Unbinds), PrimaryState.PartlyUnplugged)]
    [InlineData(nameof(TestHotplugPort.Answer.AtOnce), PrimaryState.Unplugged)]
    public void SetupAsksTheGuestToLetGo(string guest, PrimaryState expected)
    {
        TestBoard board = RunningBoard(guest);

        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        Assert.Equal(["virtio-net-primary"], board.Port.Requests);
        Assert.Equal(expected, board.VirtioNet.Primary);
        Assert.True(board.VirtioNet.PrimaryIsHidden);
        Assert.False(board.VirtioNet.PrimaryStateIsRegistered);
    }

    [Theory]
    [MemberData(nameof(GuestsThatCanBeAsked))]
    public void HoweverFarTheGuestHadLetGoFailedGivesItBack(string guest)
    {
        TestBoard board = RunningBoard(guest);
        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        session.Fail(Broken);

        Assert.Equal(["virtio-net-primary"], board.Port.Plugged);
        Assert.Equal(PrimaryState.Plugged, board.VirtioNet.Primary);
        Assert.False(board.VirtioNet.PrimaryIsHidden);
        Assert.True(board.VirtioNet.PrimaryStateIsRegistered);
    }

    [Fact]
    public void ItIsGivenBackBeforeTheVmStarts()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        board.Journal.Clear();

        session.Fail(Broken);

        AssertInOrder(board.Journal, "virtio-net: primary: plugged", "VM starts");
    }

    [Fact]
    public void AGuestThatLetsGoTooLateKeepsItsPrimary()
    {
        TestBoard board = RunningBoard(nameof(TestHotplugPort.Answer.Never));
        using MigrationSession session = board.Notifiers.Begin(board.Machine);
        session.Fail(Broken);

        board.VirtioNet.GuestUnbound();
        board.VirtioNet.GuestReleased();

        Assert.Equal(PrimaryState.Plugged, board.VirtioNet.Primary);
        Assert.Empty(board.VirtioNet.Violations(migrating: false));
    }

    [Fact]
    public void AGuestThatCannotBeAskedIsAWarningAndNoRefusal()
    {
        TestBoard board = RunningBoard(nameof(TestHotplugPort.Answer.CannotBeAsked));

        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        Assert.Contains(board.Journal, entry => entry.Contains("warning", StringComparison.Ordinal));
        Assert.Equal(PrimaryState.Plugged, board.VirtioNet.Primary);
        session.Fail(Broken);
        Assert.Empty(board.Port.Plugged);
    }

    [Fact]
    public void TheGuestSendsAllTheTime()
    {
        TestBoard board = RunningBoard();
        long before = board.VirtioNet.Sent;
        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        board.Tick(7);

        Assert.Equal(before + 7, board.VirtioNet.Sent);
    }

    [Fact]
    public void TheGuestThatIsTakenBackGetsItsPrimaryBack()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        session.Complete();
        Assert.Equal(PrimaryState.Unplugged, board.VirtioNet.Primary);

        session.Reclaim();

        Assert.Equal(PrimaryState.Plugged, board.VirtioNet.Primary);
    }

    [Fact]
    public void AGuestThatIsKeptStoppedHasNoPrimaryUntilItIsTakenBack()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        session.Fail(Broken, RestartPolicy.Never);
        Assert.Empty(board.Port.Plugged);
        Assert.Empty(board.VirtioNet.Violations(migrating: false));
        board.Journal.Clear();

        session.Reclaim();

        AssertInOrder(board.Journal, "virtio-net: primary: plugged", "VM starts");
        Assert.Equal(PrimaryState.Plugged, board.VirtioNet.Primary);
    }

    [Fact]
    public void AGuestThatIsKeptStoppedAndStartedByHandHasItsPrimaryAsWell()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        session.Fail(Broken, RestartPolicy.Never);
        board.Journal.Clear();

        board.Machine.Start();

        AssertInOrder(board.Journal, "virtio-net: primary: plugged", "VM starts");
        Assert.Equal(PrimaryState.Plugged, board.VirtioNet.Primary);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void APrimaryIsNotPluggedForAGuestThatPostcopyHasHandedOver(bool running)
    {
        TestBoard board = running ? RunningBoard() : new TestBoard();
        using MigrationSession session = SwitchedOver(board);
        session.StartPostcopy();

        session.Fail(Broken);

        Assert.Empty(board.Port.Plugged);
        Assert.Equal(PrimaryState.Unplugged, board.VirtioNet.Primary);
    }

    [Fact]
    public void AGuestThatWasPausedAllAlongHasItsPrimaryWhenItIsResumed()
    {
        var board = new TestBoard();
        using MigrationSession session = SwitchedOver(board);

        session.Fail(Broken);

        Assert.Equal(["virtio-net-primary"], board.Port.Plugged);
    }

    [Fact]
    public void TheDestinationHidesItsPrimaryUntilTheGuestIsThere()
    {
        var destination = new TestBoard();
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine);
        Assert.True(destination.VirtioNet.PrimaryIsHidden);

        incoming.Complete();

        AssertInOrder(destination.Journal, "virtio-net: primary: plugged", "VM starts", "virtio-net: address announced");
        Assert.False(destination.VirtioNet.PrimaryIsHidden);
    }

    [Fact]
    public void TheAddressIsAnnouncedWithAGratuitousArp()
    {
        var destination = new TestBoard();
        destination.Notifiers.Unregister(destination.Vdpa);
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine);

        incoming.Complete();

        byte[] frame = Assert.Single(destination.Network.Frames);
        Assert.Equal(60, frame.Length);
        Assert.Equal("ffffffffffff525400123456" + "0806" + "0001080006040001" + "525400123456" + "0a00020f" + "000000000000" + "0a00020f", Convert.ToHexStringLower(frame[..42]));
        Assert.Equal(0, BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(56)));
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 0)]
    public void OnlyAGuestThatRunsIsAnnounced(bool startVm, int frames)
    {
        var destination = new TestBoard();
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine);

        incoming.Complete(startVm);

        Assert.Equal(frames, destination.Network.Frames.Count);
    }

    [Fact]
    public void AGuestThatNeverCameIsNotAnnounced()
    {
        var destination = new TestBoard();
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine);

        incoming.Fail(Broken);

        Assert.Empty(destination.Network.Frames);
        Assert.Empty(destination.Port.Plugged);
        Assert.Equal(PrimaryState.Plugged, destination.VirtioNet.Primary);
    }

    private static TestBoard RunningBoard(string guest)
    {
        TestBoard board = RunningBoard();
        board.Port.Guest = Enum.Parse<TestHotplugPort.Answer>(guest);
        return board;
    }
}
