using System.CommandLine;
using Emulator.Migration.Checkpoint;

namespace Emulator.Commands;

/// <summary>The options of the commands that write a machine to a file.</summary>
internal sealed class CheckpointOptions
{
    private static readonly string[] s_steps = ["open", "stopped", "write"];

    private readonly MigrationMode _mode;
    private readonly MachineOptions _machine;
    private readonly Argument<string> _file = new("FILE") { Description = "Where to write the machine; what is there already is replaced when the new one is complete, not earlier." };
    private readonly Option<string?> _failAt = new("--fail-at") { Description = "Lets it fail: the file cannot be opened, nothing can be written when the VM is stopped, or the disk is full in the middle." };
    private readonly Option<string?> _cancelAt = new("--cancel-at") { Description = "Cancels it at a step." };
    private readonly Option<int> _bandwidth = new("--bandwidth") { Description = "MiB a second to write while the guest runs.", DefaultValueFactory = _ => 24 };
    private readonly Option<bool> _allRows = new("--all-rows") { Description = "Shows the dispatch table with the rows of all modes of migration." };
    private readonly Option<double?> _seconds = new("--seconds") { Description = "How long the guest runs, half of it before and half after; 1 by default." };

    public CheckpointOptions(Command command, MigrationMode mode)
    {
        _mode = mode;
        command.Arguments.Add(_file);
        _machine = new MachineOptions(command);
        Option[] options = [_failAt.AcceptOnlyFromAmong(s_steps), _cancelAt.AcceptOnlyFromAmong(s_steps), _bandwidth, _allRows, _seconds];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="CommandException">The options do not go together.</exception>
    public CheckpointRequest Read(ParseResult parsed)
    {
        string file = parsed.GetValue(_file)!;
        if (Directory.Exists(file))
        {
            throw new CommandException($"{file} is a folder; name a file");
        }

        CheckpointTrouble trouble = Trouble(parsed.GetValue(_failAt), parsed.GetValue(_cancelAt));
        int bandwidth = parsed.GetValue(_bandwidth);
        return bandwidth is >= 1 and <= 100_000
            ? new CheckpointRequest
            {
                Shape = _machine.Shape(parsed),
                Mode = _mode,
                Plan = new CheckpointPlan { File = file, FailAt = trouble.FailAt, CancelAt = trouble.CancelAt, Bandwidth = (long)bandwidth << 20 },
                AllRows = parsed.GetValue(_allRows),
                RunFor = Durations.Of(parsed, _seconds) ?? TimeSpan.FromSeconds(1),
            }
            : throw new CommandException($"--bandwidth {bandwidth}: 1 to 100000 MiB a second are possible");
    }

    /// <summary>What is to go wrong.</summary>
    /// <exception cref="CommandException">It is too much.</exception>
    public static CheckpointTrouble Trouble(string? failAt, string? cancelAt) => failAt is null || cancelAt is null
        ? new CheckpointTrouble { FailAt = Step(failAt), CancelAt = Step(cancelAt) }
        : throw new CommandException("--fail-at and --cancel-at: name one of them at a time");

    private static CheckpointStep Step(string? step) => step is null ? CheckpointStep.None : Enum.Parse<CheckpointStep>(step, ignoreCase: true);
}
