namespace NotifierGen.Samples.Tests.Devices;

/// <summary>Common to the tests of single devices: a board whose guest runs.</summary>
public abstract class BoardTests
{
    private protected static readonly MigrationFailure Broken = new(MigrationFailureKind.Error, "the channel broke");

    private protected static TestBoard RunningBoard()
    {
        var board = new TestBoard();
        board.Machine.Start();
        board.Tick();
        return board;
    }

    private protected static MigrationSession SwitchedOver(TestBoard board, MigrationMode mode = MigrationMode.Normal)
    {
        MigrationSession session = board.Notifiers.Begin(board.Machine, mode);
        board.Tick();
        session.StopVm();
        return session;
    }

    private protected static void AssertInOrder(List<string> journal, params string[] entries)
    {
        int from = 0;
        foreach (string entry in entries)
        {
            int found = journal.IndexOf(entry, from);
            Assert.True(found >= 0, $"\"{entry}\" is not in the journal, or not behind what was to precede it:\n{string.Join('\n', journal)}");
            from = found + 1;
        }
    }
}
