using System.Globalization;
using Emulator.Machine;
using Emulator.Migration;
using Emulator.Migration.Checkpoint;
using Emulator.Presentation;
using Emulator.Story;

namespace Emulator.Commands;

/// <summary>The whole story of a machine that is written to a file: the table, the guest, the file, what became of the guest, the downtime.</summary>
/// <param name="request">What was asked for.</param>
internal sealed class CheckpointShow(CheckpointRequest request)
{
    private static readonly TimeSpan s_toEnd = TimeSpan.FromSeconds(30);

    private readonly Chronicle _chronicle = new();

    /// <returns>The exit code: 0 if it ended as asked for and the guest was found unharmed where it must be.</returns>
    public int Run(CancellationToken cancellation)
    {
        StoryFrame.Open(request.AllRows ? MigrationMode.All : request.Mode);
        var teller = new StoryTeller(_chronicle);
        try
        {
            MigrationOutcome outcome = Save(cancellation, out bool unharmed);
            bool isLeft = !outcome.GuestIsHere && !request.Restore;
            if (!outcome.GuestIsHere && request.Restore)
            {
                unharmed = Restore(cancellation);
            }

            bool interrupted = cancellation.IsCancellationRequested;
            bool asked = outcome.Kind == request.ExpectedFailure || (interrupted && outcome.Kind == MigrationFailureKind.Cancelled);
            Summarize(teller.End(), outcome, asked, unharmed, isLeft);
            return !asked || !unharmed ? 1 : interrupted ? EmulatorCommandLine.Interrupted : 0;
        }
        finally
        {
            teller.End();
        }
    }

    /// <summary>Runs a guest on a board and writes it to the file. When this returns, the board and its RAM are gone.</summary>
    private MigrationOutcome Save(CancellationToken cancellation, out bool unharmed)
    {
        using var board = new Board(request.Shape, _chronicle);
        var guest = new WatchedGuest(board, _chronicle);
        guest.Boot();
        cancellation.WaitHandle.WaitOne(request.RunFor / 2);
        if (request.Suspend)
        {
            board.Machine.SuspendGuest();
            _chronicle.Add(EntryKind.Step, "", "the guest is suspended to RAM");
        }

        MigrationOutcome outcome = new FileCheckpoint(board, request.Mode, request.Plan, _chronicle, ShowProgress).Run(cancellation);
        if (!outcome.GuestIsHere)
        {
            unharmed = !board.Machine.IsRunning;
            return outcome;
        }

        GuestWaking.Wake(board, _chronicle);
        unharmed = guest.GoesOn(request.RunFor / 2, "here", cancellation);
        return outcome;
    }

    private bool Restore(CancellationToken cancellation)
    {
        using DestinationProcess process = DestinationProcess.Restore(request.Plan.File, request.RunFor / 2, _chronicle);
        _chronicle.Add(EntryKind.Step, "", $"the old machine is gone; process {process.Id} restores {request.Plan.File}");
        using CancellationTokenRegistration interrupt = cancellation.Register(process.End);
        int? exitCode = process.WaitForEnd(request.RunFor + s_toEnd);
        if (exitCode != 0)
        {
            _chronicle.Add(EntryKind.Failure, "", $"the other process ended with {exitCode?.ToString(CultureInfo.InvariantCulture) ?? "nothing, it hangs"}");
        }

        return exitCode == 0;
    }

    private void ShowProgress(RoundProgress progress)
    {
        if (Terminal.IsInteractive)
        {
            _chronicle.Add(EntryKind.Progress, "", RoundBar.Draw(progress));
        }
    }

    private void Summarize(IReadOnlyList<ChronicleEntry> entries, MigrationOutcome outcome, bool asked, bool unharmed, bool isLeft)
    {
        if (outcome.GuestIsHere)
        {
            StoryFrame.DrawDowntime(entries, outcome);
        }

        string what = request.Mode == MigrationMode.BackgroundSnapshot ? "snapshot" : "cpr-reboot";
        Terminal.WriteLine($"{what}: {outcome.Message}{(asked ? "" : " (this was not asked for)")}", asked ? "default" : "bold red");
        string where = isLeft ? $"stopped, it is in {request.Plan.File}" : outcome.GuestIsHere ? "unharmed, it runs on here" : "unharmed, it runs on in the other process";
        Terminal.WriteLine($"guest: {(unharmed ? where : "HARMED, or not to be found")}", unharmed ? "bold green" : "bold red");
        if (outcome.Kind is null && !request.Restore)
        {
            Terminal.WriteLine($"`restore {request.Plan.File}` goes on from the moment in the file");
        }
    }
}
