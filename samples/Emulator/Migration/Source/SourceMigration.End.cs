using Emulator.Story;

namespace Emulator.Migration.Source;

/// <content>How it ends, and who has the guest then.</content>
internal sealed partial class SourceMigration
{
    protected override MigrationOutcome Complete(MigrationSession session)
    {
        MigrationOutcome outcome = base.Complete(session) with { Postcopy = _postcopy?.ToString() };
        return plan.ReturnPath || !plan.DestinationIsDead()
            ? outcome
            : TakeBack(session, outcome with { Message = "completed, as far as could be seen here; the destination does not have the guest, which was taken back" });
    }

    protected override MigrationOutcome Fail(MigrationSession session, MigrationFailure failure)
    {
        // A destination that is known to be dead gives nothing back in postcopy: its guest has run on, and was never whole.
        bool isOurs = !_givenUp || (!IsHandedOver && plan.DestinationIsDead());
        bool mayStart = isOurs && plan.Disk?.TryTake() != false;
        DispatchReport report = RaiseFailed(session, failure, mayStart ? RestartPolicy.WhenItRanBefore : RestartPolicy.Never);
        string message = _postcopy is { Left: var left } ? $"{failure.Message}; the guest is the destination's, which {(left > 0 ? $"lacks at least {left} pages of it" : "has not said that it has every page")}, so it stays stopped here"
            : isOurs ? failure.Message
            : $"{failure.Message}; the guest was given up and may run on the destination, so it stays stopped here";
        var outcome = new MigrationOutcome(failure.Kind, message, Board.Machine.IsRunning) { Timings = report.Timings, GuestMayBeLost = IsHandedOver, Postcopy = _postcopy?.ToString() };
        return isOurs && !mayStart ? AwaitDisk(session, outcome) : outcome;
    }

    /// <summary>The guest is ours, but must not run while somebody else writes its disk.</summary>
    private MigrationOutcome AwaitDisk(MigrationSession session, MigrationOutcome outcome)
    {
        Chronicle.Add(EntryKind.Step, "", "somebody else writes the disk image, so the guest stays stopped here");
        if (!plan.Disk!.Await(plan.Timeout))
        {
            return outcome;
        }

        Chronicle.Add(EntryKind.Step, "", "the disk image is ours again");
        return TakeBack(session, outcome);
    }

    private MigrationOutcome TakeBack(MigrationSession session, MigrationOutcome outcome)
    {
        DispatchReport report = session.Reclaim();
        Report(report);
        return outcome with { GuestIsHere = Board.Machine.IsRunning, Timings = report.Timings };
    }
}
