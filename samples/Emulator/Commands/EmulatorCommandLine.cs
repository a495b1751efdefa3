using System.CommandLine;

namespace Emulator.Commands;

/// <summary>The command line: a mistake in it, and whatever a command cannot do, is one line on standard error.</summary>
internal static class EmulatorCommandLine
{
    /// <summary>What shells expect of a command that Ctrl+C has ended.</summary>
    public const int Interrupted = 130;

    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>What a command has after Ctrl+C to take the guest back and to look after it.</summary>
    private static readonly TimeSpan s_toEnd = TimeSpan.FromSeconds(20);

    public static int Run(string[] arguments)
    {
        var root = new RootCommand("A small RISC-V machine that migrates while its guest runs.");
        root.Subcommands.Add(RunCommand.Create());
        root.Subcommands.Add(MigrateCommand.Create());
        root.Subcommands.Add(ReceiveCommand.Create());
        root.Subcommands.Add(SnapshotCommand.Create());
        root.Subcommands.Add(CprRebootCommand.Create());
        root.Subcommands.Add(CprExecCommand.Create());
        root.Subcommands.Add(CprResumeCommand.Create());
        root.Subcommands.Add(RestoreCommand.Create());
        root.Subcommands.Add(PathsCommand.Create());
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            string message = string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Console.Error.WriteLine($"error: {message}");
            return Misused;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = arguments.Contains(ReceiveCommand.UntilInputEnds) ? null : s_toEnd,
            });
        }
        catch (CommandException e)
        {
            Console.Error.WriteLine($"error: {e.Message}");
            return Failed;
        }
    }
}
