using Emulator.Machine;
using Emulator.Migration;
using Emulator.Migration.Source;
using Emulator.Presentation;
using Emulator.Story;
using Emulator.Telemetry;

namespace Emulator.Commands;

/// <summary>The whole story of a migration: the table, the guest, the migration, what became of the guest, the downtime.</summary>
/// <param name="request">What was asked for.</param>
internal sealed class MigrationShow(MigrationRequest request)
{
    private static readonly TimeSpan s_toEnd = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan s_toDie = TimeSpan.FromSeconds(2);

    private readonly Chronicle _chronicle = new();
    private bool _isLost;

    /// <returns>The exit code: 0 if the migration ended as asked for and the guest was found unharmed where it must be.</returns>
    public int Run(CancellationToken cancellation)
    {
        using ConsoleTelemetry? telemetry = ConsoleTelemetry.Start(request.Telemetry);
        using MigrationRecording? recording = MigrationRecording.Start(request, _chronicle);
        using var board = new Board(request.Shape, _chronicle);
        if (request.Refuse is { } device && !board.TryMakeRefuse(device))
        {
            throw new CommandException($"--refuse {device}: there is no such device; there are {string.Join(", ", board.Slots)}");
        }

        StoryFrame.Open(request.AllRows ? MigrationMode.All : MigrationMode.Normal);
        var teller = new StoryTeller(_chronicle);
        try
        {
            return Tell(board, teller, recording, cancellation);
        }
        finally
        {
            teller.End();
        }
    }

    private int Tell(Board board, StoryTeller teller, MigrationRecording? recording, CancellationToken cancellation)
    {
        var guest = new WatchedGuest(board, _chronicle, "source");
        using DestinationProcess? destination = StartDestination();
        guest.Boot();
        cancellation.WaitHandle.WaitOne(request.RunFor / 2);
        MigrationOutcome outcome = new SourceMigration(board, Plan(destination), _chronicle, ShowProgress).Run(cancellation);
        bool interrupted = cancellation.IsCancellationRequested;
        bool asked = outcome.Kind == request.ExpectedFailure || (interrupted && outcome.Kind == MigrationFailureKind.Cancelled);
        bool unharmed = outcome.GuestIsHere ? guest.GoesOn(request.RunFor / 2, "on the source", cancellation) : IsGone(board, destination, outcome, cancellation);
        if (outcome.GuestIsHere)
        {
            destination?.WaitForEnd(s_toDie);
        }

        IReadOnlyList<ChronicleEntry> entries = teller.End();
        Summarize(entries, outcome, asked, unharmed);
        recording?.Write(entries, outcome);
        return !asked || !unharmed ? 1 : interrupted ? EmulatorCommandLine.Interrupted : 0;
    }

    private DestinationProcess? StartDestination()
    {
        if (request.To is not null || request.FailAt == MigrationStep.Connect)
        {
            return null;
        }

        DestinationProcess destination = DestinationProcess.Listen(request.Shape, request.RunFor, _chronicle);
        _chronicle.Add(EntryKind.Step, "", $"destination: process {destination.Id}, at {destination.Address}");
        return destination;
    }

    private MigrationPlan Plan(DestinationProcess? destination) => new()
    {
        Postcopy = request.Postcopy,
        Destination = request.FailAt == MigrationStep.Connect ? Addresses.NobodyListens() : request.To ?? destination!.Address,
        FailAt = request.FailAt,
        CancelAt = request.CancelAt,
        KillAt = request.KillAt,
        Kill = () =>
        {
            _chronicle.Add(EntryKind.Step, "", $"kill -9 {destination!.Id}");
            destination.Kill();
        },
        DestinationIsDead = () => destination is not null && destination.HasEnded(s_toDie),
        Bandwidth = (long)request.MebibytesASecond << 20,
        DowntimeLimit = request.DowntimeLimit,
        SectionTime = request.SectionTime,
    };

    private void ShowProgress(RoundProgress progress)
    {
        if (Terminal.IsInteractive)
        {
            _chronicle.Add(EntryKind.Progress, "", RoundBar.Draw(progress));
        }
    }

    /// <summary>The guest is not here any more: it must stand still here, and be unharmed over there as far as that can be known.</summary>
    private bool IsGone(Board board, DestinationProcess? destination, MigrationOutcome outcome, CancellationToken cancellation)
    {
        bool stopped = !board.Machine.IsRunning;
        _chronicle.Add(stopped ? EntryKind.Step : EntryKind.Failure, "", stopped ? "the source stays stopped" : "the source still runs");
        if (destination is null)
        {
            return stopped && outcome.Kind is null;
        }

        using CancellationTokenRegistration interrupt = cancellation.Register(destination.End);
        int? exitCode = destination.WaitForEnd(request.RunFor + s_toEnd + s_toEnd);
        if (outcome.GuestMayBeLost && exitCode is not (null or 0) && (destination.IsPaused || request.KillAt == MigrationStep.Postcopy))
        {
            // What postcopy risks. Had the guest been whole, the destination would have gone on, verified it and ended well.
            _isLost = true;
            _chronicle.Add(EntryKind.Step, "", "the destination has stopped as well");
            return stopped;
        }

        if (exitCode != 0)
        {
            _chronicle.Add(EntryKind.Failure, "", $"the destination ended with {exitCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing, it hangs"}");
        }

        return stopped && exitCode == 0;
    }

    private void Summarize(IReadOnlyList<ChronicleEntry> entries, MigrationOutcome outcome, bool asked, bool unharmed)
    {
        StoryFrame.DrawDowntime(entries, outcome);
        if (outcome.Postcopy is { } postcopy)
        {
            Terminal.WriteLine($"postcopy: {postcopy}");
        }

        string where = outcome.GuestIsHere ? "it runs on here" : "it left for the destination";
        Terminal.WriteLine($"migration: {outcome.Message}{(asked ? "" : " (this was not asked for)")}", asked ? "default" : "bold red");
        if (_isLost && unharmed)
        {
            Terminal.WriteLine("guest: lost, as postcopy risks: stopped on both sides, neither of which has all of it", "bold red");
            return;
        }

        Terminal.WriteLine($"guest: {(unharmed ? $"unharmed, {where}" : "HARMED, or not to be found")}", unharmed ? "bold green" : "bold red");
    }
}
