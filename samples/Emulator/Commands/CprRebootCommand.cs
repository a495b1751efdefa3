using System.CommandLine;

namespace Emulator.Commands;

/// <summary>`cpr-reboot`: boots the guest, suspends it, writes it to a file, and goes on with it in another process as after a reboot of the host.</summary>
internal static class CprRebootCommand
{
    public static Command Create()
    {
        var command = new Command("cpr-reboot", "Boots the guest, suspends it, and writes it with all of its RAM to a file; another process goes on with it, as after a reboot of the host.");
        var options = new CheckpointOptions(command, MigrationMode.CprReboot);
        var awake = new Option<bool>("--awake") { Description = "Does not suspend the guest first: the passed-through devices refuse." };
        var leave = new Option<bool>("--leave") { Description = "Ends when the file is written, and leaves it to restore." };
        command.Options.Add(awake);
        command.Options.Add(leave);
        command.SetAction((parsed, cancellation) =>
        {
            CheckpointRequest request = options.Read(parsed) with { Suspend = !parsed.GetValue(awake), Restore = !parsed.GetValue(leave) };
            return Task.FromResult(new CheckpointShow(request).Run(cancellation));
        });
        return command;
    }
}
