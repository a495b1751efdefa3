using Emulator.Machine;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace Emulator.Migration.Source;

/// <content>Checkpoints: the destination is kept a copy of a guest that runs on here, until it is lost. It does not take the guest over.</content>
internal sealed partial class SourceMigration
{
    /// <summary>Copies the guest again and again. Returns when there is nobody to copy it to any more: the guest, which runs, goes on alone.</summary>
    private void KeepCopied(MigrationSession session, MachineSender sender, Connection connection, CancellationToken cancellation)
    {
        for (int number = 1; ; number++)
        {
            Report(session.StopVm());
            SendLastRound(sender);
            sender.SendState(SavedMachine.Of(Board.Machine, Board.States, Mode));
            sender.SendEnd();
            Await(connection, AnswerKind.Loaded, $"the destination has loaded checkpoint {number}");
            sender.SendCheckpoint();
            Resume(session);
            if (number == plan.Checkpoints)
            {
                MakeTrouble(MigrationStep.Checkpoint, connection);
            }

            cancellation.ThrowIfCancellationRequested();
            if (connection.WaitForSomethingToRead(plan.CheckpointInterval))
            {
                // Between checkpoints the destination has nothing to say.
                Chronicle.Add(EntryKind.Step, "", "the destination is lost: the guest goes on alone");
                return;
            }
        }
    }
}
