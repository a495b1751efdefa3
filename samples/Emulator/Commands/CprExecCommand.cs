using System.CommandLine;
using Emulator.Migration.Checkpoint;

namespace Emulator.Commands;

/// <summary>`cpr-exec`: boots the guest, and replaces the process under it.</summary>
internal static class CprExecCommand
{
    private static readonly string[] s_failures = ["open", "stopped", "exec", "replace"];
    private static readonly string[] s_cancellations = ["open", "stopped"];

    public static Command Create()
    {
        var command = new Command("cpr-exec", "Boots the guest and replaces this process by a new image of it, which goes on with the guest; its memory is handed over without a copy. Linux only.");
        var machine = new MachineOptions(command);
        Option<string?> failAt = new Option<string?>("--fail-at") { Description = "Lets it fail: no file for the state, the state cannot be written, the new image cannot be started, or it can and the process is not replaced." }.AcceptOnlyFromAmong(s_failures);
        Option<string?> cancelAt = new Option<string?>("--cancel-at") { Description = "Cancels it at a step." }.AcceptOnlyFromAmong(s_cancellations);
        var allRows = new Option<bool>("--all-rows") { Description = "Shows the dispatch table with the rows of all modes of migration." };
        var seconds = new Option<double?>("--seconds") { Description = "How long the guest runs, half of it before and half after; 1 by default." };
        Option[] options = [failAt, cancelAt, allRows, seconds];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            CheckpointTrouble trouble = CheckpointOptions.Trouble(parsed.GetValue(failAt), parsed.GetValue(cancelAt));
            MigrationMode modes = parsed.GetValue(allRows) ? MigrationMode.All : MigrationMode.CprExec;
            return Task.FromResult(new CprExecShow(machine.Shape(parsed), trouble, modes, Durations.Of(parsed, seconds) ?? TimeSpan.FromSeconds(1)).Run(cancellation));
        });
        return command;
    }
}
