using System.CommandLine;

namespace Emulator.Commands;

/// <summary>`snapshot`: boots the guest, and writes it to a file while it runs.</summary>
internal static class SnapshotCommand
{
    public static Command Create()
    {
        var command = new Command("snapshot", "Boots the guest and writes it to a file as it is at one moment, while it runs on.");
        var options = new CheckpointOptions(command, MigrationMode.BackgroundSnapshot);
        command.SetAction((parsed, cancellation) => Task.FromResult(new CheckpointShow(options.Read(parsed)).Run(cancellation)));
        return command;
    }
}
