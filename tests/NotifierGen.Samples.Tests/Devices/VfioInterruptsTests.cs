namespace NotifierGen.Samples.Tests.Devices;

public sealed class VfioInterruptsTests : BoardTests
{
    [Theory]
    [InlineData(MigrationMode.CprTransfer)]
    [InlineData(MigrationMode.CprExec)]
    public void SetupDetachesEachVectorOnceAndFailedAttachesItOnce(MigrationMode mode)
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = board.Notifiers.Begin(board.Machine, mode);
        Assert.Empty(board.Routing[0].Attached);

        session.Fail(Broken);

        Assert.Equal(TestBoard.Vectors, board.Routing[0].Detachments);
        Assert.Equal(TestBoard.Vectors, board.Routing[0].Attachments);
        Assert.Equal(TestBoard.Vectors, board.Interrupts[0].AttachedCount);
    }

    [Fact]
    public void ALiveMigrationDetachesNothing()
    {
        TestBoard board = RunningBoard();

        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        Assert.Equal(0, board.Routing[0].Detachments);
    }

    [Fact]
    public void InterruptsOfTheMeantimeWaitInTheEventDescriptorAndAreDeliveredAfterwards()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = board.Notifiers.Begin(board.Machine, MigrationMode.CprTransfer);
        session.StopVm();
        int pendingBefore = board.Gic.PendingCount;
        board.Interrupts[0].Raise(2);
        board.Interrupts[0].Raise(2);
        Assert.Equal(2, board.Events[0].Pending(2));
        Assert.Equal(pendingBefore, board.Gic.PendingCount);

        session.Fail(Broken);

        Assert.Equal(0, board.Events[0].Pending(2));
        Assert.Equal(pendingBefore + 1, board.Gic.PendingCount);
    }

    [Fact]
    public void HalfAFailureIsUndoneByTheDeviceItself()
    {
        TestBoard board = RunningBoard();
        board.Routing[1].StuckVector = 2;

        Assert.False(board.Notifiers.TryBegin(board.Machine, MigrationMode.CprTransfer, out _, out SetupRefusal? refusal));

        Assert.Same(board.Interrupts[1], refusal.Device);
        Assert.Contains("vector 2 of 4", refusal.Reason, StringComparison.Ordinal);
        Assert.Equal((2, 2), (board.Routing[1].Detachments, board.Routing[1].Attachments));
        Assert.Equal((4, 4), (board.Routing[0].Detachments, board.Routing[0].Attachments));
        Assert.All(board.Interrupts, device => Assert.Equal(TestBoard.Vectors, device.AttachedCount));
        Assert.All(board.Interrupts, device => Assert.Empty(device.Violations(migrating: false)));
    }

    [Fact]
    public void AfterARefusalTheNextAttemptSucceeds()
    {
        TestBoard board = RunningBoard();
        board.Routing[0].StuckVector = 0;
        Assert.False(board.Notifiers.TryBegin(board.Machine, MigrationMode.CprExec, out _, out _));
        board.Routing[0].StuckVector = null;

        using MigrationSession session = board.Notifiers.Begin(board.Machine, MigrationMode.CprExec);

        Assert.Equal(0, board.Interrupts[0].AttachedCount);
    }

    [Fact]
    public void FailedWithoutSetupIsReported()
    {
        TestBoard board = RunningBoard();

        // Session 0: no pairing, as a host without sessions would have it.
        board.Notifiers.Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, Mode = MigrationMode.CprTransfer });

        Assert.Contains("attached that was attached", Assert.Single(board.Interrupts[0].Violations(migrating: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void TheyAreAttachedAfterTheDmaThatTheyAnnounceHasAPlaceToGo()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);
        board.Save(MigrationMode.CprTransfer);
        board.Journal.Clear();

        session.Fail(Broken);

        AssertInOrder(board.Journal, "legacy: DMA addresses mapped 1", "vfio0-irq: vectors attached 4", "VM starts");
    }

    [Fact]
    public void TheNewProcessDeliversWhatTheOldOneLeftInTheDescriptors()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);
        Dictionary<string, byte[]> states = board.Save(MigrationMode.CprTransfer);
        board.Tick(8);
        session.Complete();
        TestBoard destination = board.Successor(MigrationMode.CprTransfer);
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine, MigrationMode.CprTransfer);
        destination.Load(MigrationMode.CprTransfer, states);

        incoming.Complete();
        destination.Gic.Tick();

        Assert.Equal(Enumerable.Range(0, 2 * TestBoard.Vectors), destination.Machine.InterruptsTaken.Distinct().Order());
    }

    [Fact]
    public void ANewProcessThatFailsLeavesThemToTheOldOne()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);
        board.Interrupts[0].Raise(1);
        TestBoard destination = board.Successor(MigrationMode.CprTransfer);
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine, MigrationMode.CprTransfer);

        incoming.Fail(Broken);

        Assert.NotEqual(0, board.Events[0].Pending(1));
        Assert.Equal(0, destination.Interrupts[0].AttachedCount);
    }
}
