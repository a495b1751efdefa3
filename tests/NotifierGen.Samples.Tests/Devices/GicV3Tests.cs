using Devices;

namespace NotifierGen.Samples.Tests.Devices;

public sealed class GicV3Tests : BoardTests
{
    [Fact]
    public void PendingBitsReachTheRamWhenTheMigrationIsDone()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);
        board.Gic.Raise(5);
        board.Gic.Raise(70);

        session.Complete();

        Assert.Equal(1UL << 5, board.Memory.ReadUInt64(TestBoard.PendingTable));
        Assert.Equal(1UL << 6, board.Memory.ReadUInt64(TestBoard.PendingTable + 8));
    }

    [Fact]
    public void BitsThatTheGuestsTableHasAreKept()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);
        board.Memory.WriteUInt64(TestBoard.PendingTable, 1UL << 9);
        board.Gic.Raise(5);

        session.Complete();

        Assert.Equal((1UL << 5) | (1UL << 9), board.Memory.ReadUInt64(TestBoard.PendingTable));
    }

    [Fact]
    public void TheTableIsWrittenWithStoppedVcpusOnly()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprTransfer);
        board.Gic.Raise(5);

        session.Complete();

        Assert.DoesNotContain(board.Memory.WrittenWhileVcpusRan, address => address is >= TestBoard.PendingTable and < TestBoard.PendingTable + 16);
    }

    [Fact]
    public void WhereAVcpuRunsNothingIsWrittenAndItIsReported()
    {
        TestBoard board = RunningBoard();
        board.Gic.Raise(5);

        // A host with a state machine of its own that gets it wrong; a session cannot.
        board.Notifiers.Notify(new MigrationContext { Event = Done, Mode = MigrationMode.CprTransfer });

        Assert.Equal(0UL, board.Memory.ReadUInt64(TestBoard.PendingTable));
        Assert.Contains("while vCPUs ran", Assert.Single(board.Gic.Violations(migrating: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void ALiveMigrationLeavesTheTableAlone()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        board.Gic.Raise(5);

        session.Complete();

        Assert.Equal(0UL, board.Memory.ReadUInt64(TestBoard.PendingTable));
    }

    [Theory]
    [InlineData(MigrationMode.Normal)]
    [InlineData(MigrationMode.CprTransfer)]
    public void InterruptsThatCameWhileTheVcpusStoodStillAreDeliveredOnTheOtherSide(MigrationMode mode)
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, mode);
        board.Gic.Raise(90);
        Dictionary<string, byte[]> states = board.Save(mode);
        if (mode == MigrationMode.CprTransfer)
        {
            // After the state was saved: only the table can carry it.
            board.Gic.Raise(91);
        }

        session.Complete();
        TestBoard destination = board.Successor(mode);
        using IncomingSession incoming = destination.Notifiers.BeginIncoming(destination.Machine, mode);
        destination.Load(mode, states);
        incoming.Complete();
        destination.Gic.Tick();

        Assert.Contains(90, destination.Machine.InterruptsTaken);
        Assert.Equal(mode == MigrationMode.CprTransfer, destination.Machine.InterruptsTaken.Contains(91));
        Assert.Equal(0, destination.Gic.PendingCount);
    }

    [Fact]
    public void AnInterruptThatIsPendingIsDeliveredOnce()
    {
        var board = new TestBoard();
        board.Gic.Raise(3);
        board.Gic.Raise(3);
        board.Machine.Start();

        board.Gic.Tick();

        Assert.Equal(1, board.Gic.Delivered);
        Assert.Empty(board.Gic.Violations(migrating: false));
    }
}
