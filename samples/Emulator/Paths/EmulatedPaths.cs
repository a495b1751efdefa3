using Emulator.Migration.Checkpoint;
using Emulator.Migration.Source;

namespace Emulator.Paths;

/// <summary>The rows of the table of QEMU's 33 source-side paths that this emulator takes.</summary>
internal static class EmulatedPaths
{
    private const string AtOnce = "normal/running/fails at once";
    private const string CancelledAtOnce = "normal/running/is cancelled at once";
    private const string Iterating = "normal/running/fails while iterating";
    private const string Switchover = "normal/running/fails at switchover";
    private const string Success = "normal/running/succeeds";
    private const string PostcopyFails = "normal/running/postcopy fails";

    private static readonly EmulatedPath[] s_replacements =
    [
        new(30, "CPR exec: channel refused", "cpr-exec/running/fails at once", GuestFate.RunsHere, new ReplaceImage { FailAt = CheckpointStep.Open }),
        new(31, "CPR exec: the new image cannot be started", "cpr-exec/running/fails at switchover", GuestFate.RunsHere, new ReplaceImage { FailAt = CheckpointStep.Exec }),
        new(32, "CPR exec", "cpr-exec/running/succeeds", GuestFate.RunsThere, new ReplaceImage()),
    ];

    /// <summary>Those that are taken, in the order of the table.</summary>
    public static IReadOnlyList<EmulatedPath> All { get; } =
    [
        new(1, "blocked before anything starts", "normal/running/is blocked before anything starts", GuestFate.RunsHere, new Migrate { IsBlocked = true }),
        new(2, "transport error at once", AtOnce, GuestFate.RunsHere, new Migrate { To = Recipient.Nowhere }),
        new(3, "connection refused", AtOnce, GuestFate.RunsHere, new Migrate { To = Recipient.Nobody }),
        new(4, "a device refuses", "normal/running/is refused", GuestFate.RunsHere, new Migrate { Refuse = "vfio1" }),
        new(5, "channel breaks at the stop", "normal/running/fails at switchover, nothing saved", GuestFate.RunsHere, new Migrate { FailAt = MigrationStep.Stopped }),
        new(6, "a device cannot set up its save", AtOnce, GuestFate.RunsHere, new Migrate { FailAt = MigrationStep.SaveSetup }),
        new(7, "failure while iterating", Iterating, GuestFate.RunsHere, new Migrate { FailAt = MigrationStep.Iterate }),
        new(7, "the same, a device requires a stopped VM", Iterating, GuestFate.RunsHere, new Migrate { FailAt = MigrationStep.Iterate }) { StopsForDevice = true },
        new(8, "cancelled while iterating", "normal/running/is cancelled while iterating", GuestFate.RunsHere, new Migrate { CancelAt = MigrationStep.Iterate }),
        new(9, "failure at switchover", Switchover, GuestFate.RunsHere, new Migrate { FailAt = MigrationStep.Switchover }),
        new(10, "the same, guest paused before", "normal/paused/fails at switchover", GuestFate.StaysPaused, new Migrate { FailAt = MigrationStep.Switchover }),
        new(11, "cancelled at switchover, VM stopped", "normal/running/is cancelled at switchover, nothing saved", GuestFate.RunsHere, new Migrate { CancelAt = MigrationStep.Switchover }),
        new(12, "destination fails to load, return path on", Switchover, GuestFate.RunsHere, new Migrate { FailAt = MigrationStep.Load }),
        new(13, "the same, return path off", "normal/running/succeeds, and the guest is taken back", GuestFate.RunsHere, new Migrate { FailAt = MigrationStep.Load, ReturnPath = false }),
        new(14, "disk cannot be taken back, later it can", "normal/running/fails at switchover, the disks cannot be taken back, later they can", GuestFate.RunsHere, new Migrate { KillAt = MigrationStep.Switchover, DiskIsTaken = true }),
        new(15, "cancelled during setup, connect succeeds", CancelledAtOnce, GuestFate.RunsHere, new Migrate { CancelAt = MigrationStep.Connect }),
        new(16, "cancelled during setup, connect fails", CancelledAtOnce, GuestFate.RunsHere, new Migrate { CancelAt = MigrationStep.Connect, To = Recipient.Nobody }),
        new(17, "success without return path", Success, GuestFate.RunsThere, new Migrate { ReturnPath = false }),
        new(18, "success with return path", Success, GuestFate.RunsThere, new Migrate()),
        new(19, "postcopy success", "normal/running/postcopy succeeds", GuestFate.RunsThere, new Migrate { Postcopy = true }),
        new(20, "postcopy cannot start", Switchover, GuestFate.RunsHere, new Migrate { Postcopy = true, FailAt = MigrationStep.Switchover }),
        new(21, "line breaks after the postcopy package", PostcopyFails, GuestFate.NobodyRuns, new Migrate { Postcopy = true, FailAt = MigrationStep.Package }),
        new(22, "line breaks before the package", PostcopyFails, GuestFate.NobodyRuns, new Migrate { Postcopy = true, FailAt = MigrationStep.HandOver }),
        new(23, "destination lost in postcopy", PostcopyFails, GuestFate.NobodyRuns, new Migrate { Postcopy = true, KillAt = MigrationStep.Postcopy }),
        new(24, "background snapshot", "background-snapshot/running/snapshot, resumed, succeeds", GuestFate.RunsHere, new WriteToFile(MigrationMode.BackgroundSnapshot)),
        new(25, "background snapshot, disk full", "background-snapshot/running/snapshot, resumed, fails", GuestFate.RunsHere, new WriteToFile(MigrationMode.BackgroundSnapshot) { FailAt = CheckpointStep.Write }),
        new(25, "background snapshot, cancelled", "background-snapshot/running/snapshot, resumed, is cancelled", GuestFate.RunsHere, new WriteToFile(MigrationMode.BackgroundSnapshot) { CancelAt = CheckpointStep.Write }),
        new(26, "background snapshot fails before its restart", "background-snapshot/running/fails at switchover, nothing saved", GuestFate.RunsHere, new WriteToFile(MigrationMode.BackgroundSnapshot) { FailAt = CheckpointStep.Stopped }),
        new(27, "CPR reboot", "cpr-reboot/running/succeeds", GuestFate.RunsThere, new WriteToFile(MigrationMode.CprReboot)),
        new(27, "CPR reboot, disk full", "cpr-reboot/running/fails at switchover", GuestFate.RunsHere, new WriteToFile(MigrationMode.CprReboot) { FailAt = CheckpointStep.Write }),
        new(28, "CPR transfer: channel refused", "cpr-transfer/running/fails at once", GuestFate.RunsHere, new Migrate { Mode = MigrationMode.CprTransfer, To = Recipient.Nobody }),
        new(29, "CPR transfer: cancelled while waiting", "cpr-transfer/running/is cancelled at once", GuestFate.RunsHere, new Migrate { Mode = MigrationMode.CprTransfer, CancelAt = MigrationStep.Setup }),
        .. OperatingSystem.IsLinux() ? s_replacements : [],
        new(33, "COLO: the copy is lost, the primary goes on", "normal/running/checkpoint, resumed twice, succeeds", GuestFate.RunsHere, new Migrate { Checkpoints = 2, KillAt = MigrationStep.Checkpoint }),
    ];

    /// <summary>The rows that are not taken, and why.</summary>
    public static IReadOnlyDictionary<int, string> NotTaken { get; } = OperatingSystem.IsLinux()
        ? new Dictionary<int, string>()
        : s_replacements.ToDictionary(static path => path.Row, static path => $"{path.Name}: a process that replaces its own image and keeps the guest's memory takes Linux");
}
