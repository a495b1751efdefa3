using Emulator.Story;

namespace Emulator.Migration.Source;

/// <content>How it ends, and who has the guest then.</content>
internal sealed partial class SourceMigration
{
    private MigrationOutcome Complete(MigrationSession session)
    {
        DispatchReport report = session.Complete();
        Report(report);
        string message = "completed";
        if (!plan.ReturnPath && plan.DestinationIsDead())
        {
            message = "completed, as far as could be seen here; the destination does not have the guest, which was taken back";
            report = TakeBack(session);
        }

        return new MigrationOutcome(null, message, board.Machine.IsRunning) { Timings = report.Timings, Postcopy = _postcopy?.ToString() };
    }

    private MigrationOutcome Fail(MigrationSession session, MigrationFailure failure)
    {
        chronicle.Add(EntryKind.Failure, "", failure.Message);

        // A destination that is known to be dead gives nothing back in postcopy: its guest has run on, and was never whole.
        bool isOurs = !_givenUp || (!IsHandedOver && plan.DestinationIsDead());
        bool mayStart = isOurs && plan.Disk?.TryTake() != false;
        DispatchReport report = session.Fail(failure, mayStart ? RestartPolicy.WhenItRanBefore : RestartPolicy.Never);
        Report(report);
        string message = _postcopy is { Left: var left } ? $"{failure.Message}; the guest is the destination's, which {(left > 0 ? $"lacks at least {left} pages of it" : "has not said that it has every page")}, so it stays stopped here"
            : isOurs ? failure.Message
            : $"{failure.Message}; the guest was given up and may run on the destination, so it stays stopped here";
        if (isOurs && !mayStart)
        {
            chronicle.Add(EntryKind.Step, "", "the disk image is another's, so the guest stays stopped here");
            if (plan.Disk!.Await(plan.Timeout))
            {
                chronicle.Add(EntryKind.Step, "", "the disk image is ours again");
                report = TakeBack(session);
            }
        }

        return new MigrationOutcome(failure.Kind, message, board.Machine.IsRunning) { Timings = report.Timings, GuestMayBeLost = IsHandedOver, Postcopy = _postcopy?.ToString() };
    }

    private DispatchReport TakeBack(MigrationSession session)
    {
        DispatchReport report = session.Reclaim();
        Report(report);
        return report;
    }
}
