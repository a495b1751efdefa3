using System.Diagnostics;
using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration.Source;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace Emulator.Migration.Checkpoint;

/// <summary>
/// Writes a machine to a file, as it is at one moment. A background snapshot lets the guest run on at once, and writes behind its back; before a CPR
/// reboot it stays stopped. The file is a migration stream with one round, so whatever can receive a guest can restore one.
/// </summary>
/// <param name="board">The board.</param>
/// <param name="mode">Background snapshot or CPR reboot.</param>
/// <param name="plan">Where to, and what is to go wrong.</param>
/// <param name="chronicle">Where to write down what happens.</param>
/// <param name="progress">Told after each batch of pages.</param>
internal sealed class FileCheckpoint(Board board, MigrationMode mode, CheckpointPlan plan, Chronicle chronicle, Action<RoundProgress> progress)
    : MigrationAttempt(board, mode, chronicle)
{
    private readonly Pace _pace = new(plan.Bandwidth);

    private bool RunsOn => Mode == MigrationMode.BackgroundSnapshot;

    protected override void Proceed(MigrationSession session, CancellationToken cancellation)
    {
        plan.Meet(CheckpointStep.Open, $"{plan.File} cannot be opened");
        using var file = new CheckpointFile(plan.File);
        var disk = new FullDiskStream(file.Content);
        using var sender = new MachineSender(Board.Machine.Shape, Board.Machine, Board.States, disk, SectionClock.None);
        sender.SendShape(Mode);
        Report(session.StopVm());
        SavedMachine saved = SavedMachine.Of(Board.Machine, Board.States, Mode);
        FrozenPages frozen = Board.Machine.Memory.Freeze();
        Chronicle.Add(EntryKind.Step, "", $"{saved.Devices.Count} devices and {saved.Vcpus.Count} vCPUs saved, {Board.Machine.Memory.PageCount} pages write-protected");
        try
        {
            plan.Meet(CheckpointStep.Stopped, $"{plan.File} cannot be written");
            if (RunsOn)
            {
                Resume(session);
            }

            WritePages(sender, disk, frozen, cancellation);
        }
        finally
        {
            Board.Machine.Memory.Thaw();
        }

        sender.SendState(saved);
        sender.SendEnd();
        sender.SendStart();
        file.MoveIntoPlace();
        Chronicle.Add(EntryKind.Step, "", $"{plan.File} is complete: {sender.BytesSent / 1048576.0:F1} MiB, on the disk");
    }

    private void WritePages(MachineSender sender, FullDiskStream disk, FrozenPages frozen, CancellationToken cancellation)
    {
        long begin = Stopwatch.GetTimestamp();
        long bytes = sender.BytesSent;
        int of = Board.Machine.Memory.PageCount;
        bool halfway = false;
        sender.SendFrozen(frozen, sent =>
        {
            progress(new RoundProgress("writing", sent, of));
            if (!halfway && sent >= of / 2)
            {
                halfway = true;
                disk.IsFull = plan.FailAt == CheckpointStep.Write;
                plan.CancelHere(CheckpointStep.Write);
            }

            cancellation.ThrowIfCancellationRequested();
            if (RunsOn)
            {
                _pace.SlowDown(sender.BytesSent - bytes, begin);
            }
        });
        TimeSpan took = Stopwatch.GetElapsedTime(begin);
        bytes = sender.BytesSent - bytes;
        Chronicle.AddRound(1, took, of, bytes, dirty: frozen.CopiedBeforeWrite);
        Chronicle.Add(EntryKind.Round, "written", $"{of} pages, {bytes / 1048576.0:F1} MiB, {took.TotalMilliseconds:F0} ms; {frozen.CopiedBeforeWrite} were copied because the guest was about to write them");
    }
}
