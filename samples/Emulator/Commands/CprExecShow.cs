using System.Globalization;
using Devices.Cpr;
using Emulator.Host;
using Emulator.Host.Linux;
using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration;
using Emulator.Migration.Checkpoint;
using Emulator.Presentation;
using Emulator.Story;

namespace Emulator.Commands;

/// <summary>
/// The story of a process that replaces itself under its guest. Its second half, if all goes well, is told by the new image: <see cref="CprResumeCommand"/>.
/// </summary>
/// <param name="shape">The machine.</param>
/// <param name="trouble">What is to go wrong.</param>
/// <param name="modes">The modes whose rows of the table are shown.</param>
/// <param name="runFor">How long the guest runs before and after, together.</param>
internal sealed class CprExecShow(MachineShape shape, CheckpointTrouble trouble, MigrationMode modes, TimeSpan runFor)
{
    /// <summary>What it says of a guest that is well and was not handed over.</summary>
    public const string Unharmed = "unharmed, it runs on in the old image";

    private readonly Chronicle _chronicle = new();

    /// <returns>The exit code, if the image was not replaced: 0 if it was not to be, and the guest was found unharmed.</returns>
    public int Run(CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new CommandException("cpr-exec hands memory files to the image that replaces the process, which takes Linux; use cpr-reboot");
        }

        StoryFrame.Open(modes);
        var teller = new StoryTeller(_chronicle);
        try
        {
            MigrationOutcome outcome = Replace(teller, cancellation, out bool unharmed);
            MigrationFailureKind? expected = trouble.CancelAt != CheckpointStep.None ? MigrationFailureKind.Cancelled : trouble.FailAt != CheckpointStep.None ? MigrationFailureKind.Error : null;
            bool interrupted = cancellation.IsCancellationRequested;
            bool asked = outcome.Kind is not null && (outcome.Kind == expected || (interrupted && outcome.Kind == MigrationFailureKind.Cancelled));
            StoryFrame.DrawDowntime(teller.End(), outcome);
            Terminal.WriteLine($"cpr-exec: {outcome.Message}{(asked ? "" : " (this was not asked for)")}", asked ? "default" : "bold red");
            Terminal.WriteLine($"guest: {(unharmed ? Unharmed : "HARMED, or not to be found")}", unharmed ? "bold green" : "bold red");
            return !asked || !unharmed ? 1 : interrupted ? EmulatorCommandLine.Interrupted : 0;
        }
        finally
        {
            teller.End();
        }
    }

    private MigrationOutcome Replace(StoryTeller teller, CancellationToken cancellation, out bool unharmed)
    {
        var process = new LinuxProcess();
        RamFile ram = RamFile.Create(shape.MemoryBytes);
        using var board = new Board(shape, _chronicle, new BoardHost(process, ram));
        var replacement = new ImageReplacement(board, trouble, _chronicle);
        process.NewImage = () => ThisProgram.With(CprResumeCommand.Arguments(ram.Descriptor, replacement.StoppedAt, runFor / 2));
        process.HandedOver = () => [ram.Descriptor, board.CprExec.File!.Value];
        process.Flush = teller.Drain;
        _chronicle.Add(EntryKind.Step, "", string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}; guest RAM: descriptor {ram.Descriptor}, inode {ram.Inode}"));
        var guest = new WatchedGuest(board, _chronicle);
        guest.Boot();
        cancellation.WaitHandle.WaitOne(runFor / 2);
        MigrationOutcome outcome = replacement.Run(cancellation);
        unharmed = guest.GoesOn(runFor / 2, "in the old image", cancellation) && process.GetVariable(CprExecHandover.Variable) is null;
        return outcome;
    }
}
