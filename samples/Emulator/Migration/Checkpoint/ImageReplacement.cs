using System.Diagnostics;
using Emulator.Machine;
using Emulator.Migration.Source;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace Emulator.Migration.Checkpoint;

/// <summary>
/// Hands a guest to the image that replaces this process: devices and registers go into a memory file, the RAM stays where it is.
/// </summary>
/// <remarks>
/// An exec that works never comes back, so it is the last row of Done that does it; after Done there is no Failed any more. What may fail about it is
/// therefore found out before Complete, by starting the new image in a child: then Failed is raised and the guest runs on. Should the exec itself fail
/// after that, the guest is taken back by Reclaimed.
/// </remarks>
/// <param name="board">The board.</param>
/// <param name="trouble">What is to go wrong.</param>
/// <param name="chronicle">Where to write down what happens.</param>
internal sealed class ImageReplacement(Board board, CheckpointTrouble trouble, Chronicle chronicle)
    : MigrationAttempt(board, MigrationMode.CprExec, chronicle)
{
    /// <summary>When the VM was stopped, as <see cref="Stopwatch"/> tells the time: also in the new image.</summary>
    public long StoppedAt { get; private set; }

    protected override void Proceed(MigrationSession session, CancellationToken cancellation)
    {
        trouble.Meet(CheckpointStep.Open, "the memory file for the state is not to be had");
        int file = Board.CprExec.File ?? throw new IOException("there is no memory file for the state");
        using (Stream state = Board.Process.Open(file))
        using (var sender = new MachineSender(Board.Machine.Shape, Board.Machine, Board.States, state, SectionClock.None))
        {
            sender.SendShape(Mode);
            Report(session.StopVm());
            StoppedAt = Stopwatch.GetTimestamp();
            SavedMachine saved = SavedMachine.Of(Board.Machine, Board.States, Mode);
            sender.SendState(saved);
            sender.SendEnd();
            sender.SendStart();
            state.Flush();
            Chronicle.Add(EntryKind.Step, "", $"{saved.Devices.Count} devices and {saved.Vcpus.Count} vCPUs are in memory file {file} ({sender.BytesSent} bytes); the RAM stays where it is");
        }

        trouble.Meet(CheckpointStep.Stopped, "the state cannot be written");
        cancellation.ThrowIfCancellationRequested();
        LoseImageAt(CheckpointStep.Exec);
        Board.Process.Rehearse();
        LoseImageAt(CheckpointStep.Replace);
    }

    /// <summary>Done; what returns from it is an image that was not replaced, or whose process is a model.</summary>
    protected override MigrationOutcome Complete(MigrationSession session)
    {
        DispatchReport report = session.Complete();
        Report(report);
        if (report.Faults.FirstOrDefault(fault => fault.Device == Board.CprExec) is not { } fault)
        {
            return new MigrationOutcome(null, "completed", Board.Machine.IsRunning) { Timings = report.Timings };
        }

        DispatchReport reclaimed = session.Reclaim();
        Report(reclaimed);
        return new MigrationOutcome(MigrationFailureKind.Error, fault.Exception.Message, Board.Machine.IsRunning) { Timings = reclaimed.Timings };
    }

    private void LoseImageAt(CheckpointStep here)
    {
        if (trouble.FailAt == here)
        {
            Board.Process.LoseImage();
        }
    }
}
