using Devices.Cpr;

namespace NotifierGen.Samples.Tests.Devices;

public sealed class CprExecTests : BoardTests
{
    [Fact]
    public void SetupOpensTheFileAndNamesIt()
    {
        TestBoard board = RunningBoard();

        using MigrationSession session = board.Notifiers.Begin(board.Machine, MigrationMode.CprExec);

        Assert.NotNull(board.CprExec.File);
        Assert.Contains(board.CprExec.File.Value, board.Process.Open);
        Assert.Equal($"{board.CprExec.File}", board.Process.GetVariable(CprExecHandover.Variable));
    }

    [Fact]
    public void AHundredFailedAttemptsLeaveNothingBehind()
    {
        TestBoard board = RunningBoard();
        int[] before = [.. board.Process.Open];

        for (int i = 0; i < 100; i++)
        {
            // The channel is refused: in QEMU nobody was told, and a descriptor leaked each time.
            using MigrationSession session = board.Notifiers.Begin(board.Machine, MigrationMode.CprExec);
            session.Fail(Broken);
        }

        Assert.Equal(before, board.Process.Open);
        Assert.Null(board.Process.GetVariable(CprExecHandover.Variable));
    }

    [Fact]
    public void WithoutADescriptorItRefusesAndLeavesNothingBehind()
    {
        TestBoard board = RunningBoard();
        board.Process.OutOfDescriptors = true;

        Assert.False(board.Notifiers.TryBegin(board.Machine, MigrationMode.CprExec, out _, out SetupRefusal? refusal));

        Assert.Same(board.CprExec, refusal.Device);
        Assert.Contains("too many open files", refusal.Reason, StringComparison.Ordinal);
        Assert.Empty(board.CprExec.Violations(migrating: false));
    }

    [Fact]
    public void DoneHandsOverLastOfAll()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprExec);

        session.Complete();

        Assert.Equal(1, board.Process.Replacements);
        Assert.Equal("cpr-exec: image replaced", board.Journal[^1]);
        Assert.True(board.Process.IsOpen(board.CprExec.File!.Value));
    }

    [Fact]
    public void OtherModesPrepareNothing()
    {
        TestBoard board = RunningBoard();

        using MigrationSession session = board.Notifiers.Begin(board.Machine, MigrationMode.CprTransfer);

        Assert.Null(board.CprExec.File);
    }

    [Fact]
    public void AnImageThatIsNotReplacedIsAFaultAndTheGuestCanBeTakenBack()
    {
        TestBoard board = RunningBoard();
        board.Process.ReplaceFails = true;
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprExec);

        DispatchReport report = session.Complete();

        Assert.Same(board.CprExec, Assert.Single(report.Faults).Device);
        session.Reclaim();
        Assert.True(board.Machine.IsRunning);
        Assert.Null(board.CprExec.File);
        Assert.Null(board.Process.GetVariable(CprExecHandover.Variable));
    }

    [Fact]
    public void TheNewImageFindsTheFileAndReleasesIt()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board, MigrationMode.CprExec);
        session.Complete();
        TestBoard image = board.Successor(MigrationMode.CprExec);

        using IncomingSession incoming = image.Notifiers.BeginIncoming(image.Machine, MigrationMode.CprExec);
        int file = Assert.NotNull(image.CprExec.File);
        incoming.Complete();

        Assert.False(image.Process.IsOpen(file));
        Assert.Null(image.Process.GetVariable(CprExecHandover.Variable));
    }

    [Theory]
    [InlineData(null, "not set")]
    [InlineData("", "not an open descriptor")]
    [InlineData("-1", "not an open descriptor")]
    [InlineData("99999999999999999999", "not an open descriptor")]
    [InlineData("4000", "not an open descriptor")]
    public void AnImageThatWasNotHandedAFileRefuses(string? variable, string reason)
    {
        var image = new TestBoard();
        image.Process.SetVariable(CprExecHandover.Variable, variable);

        MigrationRefusedException refused = Assert.Throws<MigrationRefusedException>(() => image.Notifiers.BeginIncoming(image.Machine, MigrationMode.CprExec));

        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void WindowsRefuses()
    {
        Assert.True(CprExecSupport.Judge(isWindows: true).IsRefused);
        Assert.False(CprExecSupport.Judge(isWindows: false).IsRefused);
    }
}
