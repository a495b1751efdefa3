using Devices.Spice;

namespace NotifierGen.Samples.Tests.Devices;

public sealed class SpiceTests : BoardTests
{
    private static readonly SpiceTarget s_target = new("elsewhere", 5900);

    [Fact]
    public void WithATargetTheViewersAreToldAtSetup()
    {
        TestBoard board = RunningBoard();
        board.Spice.SetTarget(s_target);

        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        Assert.Equal(2, board.Spice.ClientsIn(SpiceClientState.Switching));
    }

    [Fact]
    public void WithoutATargetNothingHappens()
    {
        TestBoard board = RunningBoard();

        using MigrationSession session = SwitchedOver(board);
        session.Complete();

        Assert.Equal(2, board.Spice.ClientsIn(SpiceClientState.Here));
    }

    [Fact]
    public void DoneSendsTheViewersAfterTheGuestAndClearsTheTarget()
    {
        TestBoard board = RunningBoard();
        board.Spice.SetTarget(s_target);
        using MigrationSession session = SwitchedOver(board);

        session.Complete();

        Assert.Equal(2, board.Spice.ClientsIn(SpiceClientState.Moved));
        Assert.Null(board.Spice.Target);
    }

    [Fact]
    public void DoneKeepsTheViewersOfAGuestThatRunsOnHere()
    {
        TestBoard board = RunningBoard();
        board.Spice.SetTarget(s_target);
        using MigrationSession session = SwitchedOver(board);
        session.ResumeVm();

        session.Complete();

        Assert.Equal(2, board.Spice.ClientsIn(SpiceClientState.Here));
        Assert.Null(board.Spice.Target);
    }

    [Fact]
    public void FailedKeepsTheViewersAndClearsTheTarget()
    {
        TestBoard board = RunningBoard();
        board.Spice.SetTarget(s_target);
        using MigrationSession session = SwitchedOver(board);
        board.Journal.Clear();

        session.Fail(Broken);

        Assert.Equal(2, board.Spice.ClientsIn(SpiceClientState.Here));
        Assert.Null(board.Spice.Target);
        AssertInOrder(board.Journal, "VM starts", "spice: viewers kept 2");
    }

    [Fact]
    public void ViewersThatAreOnTheirWayCannotBeSentElsewhere()
    {
        TestBoard board = RunningBoard();
        board.Spice.SetTarget(s_target);
        using MigrationSession session = board.Notifiers.Begin(board.Machine);

        Assert.Throws<InvalidOperationException>(() => board.Spice.SetTarget(new SpiceTarget("third", 5900)));
    }

    [Fact]
    public void ATargetNamedDuringAMigrationIsForTheNextOne()
    {
        TestBoard board = RunningBoard();
        using MigrationSession session = SwitchedOver(board);
        board.Spice.SetTarget(s_target);

        session.Fail(Broken);

        Assert.Equal(s_target, board.Spice.Target);
        Assert.Equal(2, board.Spice.ClientsIn(SpiceClientState.Here));
    }

    [Fact]
    public void ViewersFollowAGuestThatIsTakenBack()
    {
        TestBoard board = RunningBoard();
        board.Spice.SetTarget(s_target);
        using MigrationSession session = SwitchedOver(board);
        session.Complete();

        session.Reclaim();

        Assert.Equal(2, board.Spice.ClientsIn(SpiceClientState.Here));
    }
}
