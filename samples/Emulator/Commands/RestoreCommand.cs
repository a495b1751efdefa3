using System.CommandLine;
using Emulator.Machine;
using Emulator.Migration.Destination;
using Emulator.Migration.Wire;
using Emulator.Presentation;
using Emulator.Story;

namespace Emulator.Commands;

/// <summary>`restore`: goes on with a guest that was written to a file.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var command = new Command("restore", "Goes on with a guest from a file of snapshot or cpr-reboot, until Ctrl+C or for some seconds.");
        var file = new Argument<string>("FILE") { Description = "The file; it also says what machine is needed." };
        var seconds = new Option<double?>("--seconds") { Description = "How long to run the guest; without it until Ctrl+C." };
        var untilInputEnds = new Option<bool>(ReceiveCommand.UntilInputEnds) { Description = "Ends with the standard input instead of with Ctrl+C.", Hidden = true };
        command.Arguments.Add(file);
        command.Options.Add(seconds);
        command.Options.Add(untilInputEnds);
        command.SetAction((parsed, interrupted) =>
        {
            using InputEnd? input = parsed.GetValue(untilInputEnds) ? new InputEnd() : null;
            return Task.FromResult(Restore(parsed.GetValue(file)!, Durations.Of(parsed, seconds), input?.Token ?? interrupted));
        });
        return command;
    }

    private static int Restore(string path, TimeSpan? duration, CancellationToken cancellation)
    {
        using FileStream file = Open(path);
        try
        {
            MachineShape shape = Restoration.ShapeOf(file, path);
            file.Position = 0;
            return Restore(file, path, shape, duration, cancellation);
        }
        catch (DestinationException e)
        {
            throw new CommandException(e.Message);
        }
    }

    private static int Restore(FileStream file, string path, MachineShape shape, TimeSpan? duration, CancellationToken cancellation)
    {
        var chronicle = new Chronicle();
        var teller = new StoryTeller(chronicle);
        try
        {
            using var board = new Board(shape, chronicle);
            var guest = new WatchedGuest(board, chronicle);
            new Restoration(board, file, path, MigrationMode.BackgroundSnapshot | MigrationMode.CprReboot, chronicle).Run();
            GuestWaking.Wake(board, chronicle);
            return guest.GoesOn(duration, "here", cancellation) ? 0 : 1;
        }
        finally
        {
            teller.End();
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be read: {e.Message}");
        }
    }
}
