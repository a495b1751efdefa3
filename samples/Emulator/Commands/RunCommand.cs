using System.CommandLine;
using Emulator.Guest;
using Emulator.Machine;
using Emulator.Presentation;
using Emulator.Story;

namespace Emulator.Commands;

/// <summary>`run`: runs the guest and shows its console.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new Command("run", "Runs the guest and shows its console, until Ctrl+C or for some seconds.");
        var machine = new MachineOptions(command);
        var seconds = new Option<double?>("--seconds") { Description = "How long; without it until Ctrl+C." };
        command.Options.Add(seconds);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(machine.Shape(parsed), Durations.Of(parsed, seconds), cancellation)));
        return command;
    }

    private static int Run(MachineShape shape, TimeSpan? duration, CancellationToken cancellation)
    {
        var chronicle = new Chronicle();
        var teller = new StoryTeller(chronicle);
        using var board = new Board(shape, chronicle);
        board.Machine.Uart.LinePrinted += line => chronicle.Add(EntryKind.Guest, "", line);
        board.Machine.Boot(GuestImage.Load());
        board.Machine.Start();
        cancellation.WaitHandle.WaitOne(duration ?? Timeout.InfiniteTimeSpan);
        board.Machine.Stop();
        bool holds = BoardVerification.Report(board, chronicle, "here", guestLeft: false);
        teller.End();
        return holds ? 0 : 1;
    }
}
