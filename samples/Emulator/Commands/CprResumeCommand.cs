using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Devices.Cpr;
using Emulator.Host;
using Emulator.Host.Linux;
using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration.Destination;
using Emulator.Migration.Wire;
using Emulator.Presentation;
using Emulator.Story;

namespace Emulator.Commands;

/// <summary>What the new image of `cpr-exec` is started with; nobody types it.</summary>
internal static class CprResumeCommand
{
    /// <summary>What the first line begins with that the new image tells.</summary>
    public const string Begins = "new image, process ";

    /// <summary>What it says of a guest that is well.</summary>
    public const string Unharmed = "unharmed, it runs on in the new image";

    private const string Name = "cpr-resume";
    private const string Ram = "--ram";
    private const string StoppedAt = "--stopped-at";
    private const string Seconds = "--seconds";

    /// <summary>The arguments.</summary>
    public static string[] Arguments(int ram, long stoppedAt, TimeSpan runFor) =>
    [
        Name,
        Ram, ram.ToString(CultureInfo.InvariantCulture),
        StoppedAt, stoppedAt.ToString(CultureInfo.InvariantCulture),
        Seconds, runFor.TotalSeconds.ToString(CultureInfo.InvariantCulture),
    ];

    public static Command Create()
    {
        var command = new Command(Name, "Goes on with the guest of the image that this one has replaced.") { Hidden = true };
        var ram = new Option<int>(Ram) { Description = "The descriptor of the guest's RAM.", Required = true };
        var stoppedAt = new Option<long>(StoppedAt) { Description = "When the guest was stopped." };
        var seconds = new Option<double?>(Seconds) { Description = "How long to run the guest; without it until Ctrl+C." };
        command.Options.Add(ram);
        command.Options.Add(stoppedAt);
        command.Options.Add(seconds);
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(Resume(parsed.GetValue(ram), parsed.GetValue(stoppedAt), Durations.Of(parsed, seconds), cancellation)));
        return command;
    }

    private static int Resume(int ram, long stoppedAt, TimeSpan? duration, CancellationToken cancellation)
    {
        var process = new LinuxProcess();
        if (!int.TryParse(process.GetVariable(CprExecHandover.Variable), NumberStyles.None, CultureInfo.InvariantCulture, out int file) || !process.IsOpen(file))
        {
            throw new CommandException($"{CprExecHandover.Variable} names no open descriptor: only cpr-exec can start this command");
        }

        try
        {
            using Stream state = process.Open(file);
            return Resume(process, ram, state, stoppedAt, duration, cancellation);
        }
        catch (Exception e) when (e is DestinationException or IOException)
        {
            throw new CommandException(e.Message);
        }
    }

    private static int Resume(LinuxProcess process, int descriptor, Stream state, long stoppedAt, TimeSpan? duration, CancellationToken cancellation)
    {
        const string Source = "the old image's memory file";
        MachineShape shape = Restoration.ShapeOf(state, Source);
        state.Position = 0;
        RamFile ram = RamFile.TakeOver(descriptor, shape.MemoryBytes);
        var chronicle = new Chronicle();
        var teller = new StoryTeller(chronicle);
        bool holds;
        try
        {
            using var board = new Board(shape, chronicle, new BoardHost(process, ram));
            chronicle.Add(EntryKind.Step, "", string.Create(CultureInfo.InvariantCulture, $"{Begins}{Environment.ProcessId}; guest RAM: descriptor {descriptor}, inode {ram.Inode}, nothing was copied"));
            var guest = new WatchedGuest(board, chronicle);
            new Restoration(board, state, Source, MigrationMode.CprExec, chronicle).Run();
            chronicle.Add(EntryKind.Step, "", $"the guest stood still for {Stopwatch.GetElapsedTime(stoppedAt).TotalMilliseconds:F0} ms, while the image was replaced");
            holds = guest.GoesOn(duration, "in the new image", cancellation);
        }
        finally
        {
            teller.End();
        }

        Terminal.WriteLine($"guest: {(holds ? Unharmed : "HARMED, or not to be found")}", holds ? "bold green" : "bold red");
        return holds ? 0 : 1;
    }
}
