using System.CommandLine;
using Emulator.Migration.Source;
using Emulator.Migration.Wire;

namespace Emulator.Commands;

/// <summary>`migrate`: boots the guest, and migrates it while it runs.</summary>
internal static class MigrateCommand
{
    private static readonly string[] s_failures = ["connect", "setup", "iterate", "switchover", "load", "postcopy"];
    private static readonly string[] s_cancellations = ["setup", "iterate", "switchover", "postcopy"];
    private static readonly string[] s_kills = ["iterate", "switchover", "postcopy"];

    public static Command Create()
    {
        var command = new Command("migrate", "Boots the guest and migrates it while it runs, to a destination of its own or to one that is named.");
        var machine = new MachineOptions(command);
        var to = new Option<string?>("--to") { Description = "ADDRESS:PORT of a destination (see receive); without it the command starts one." };
        var postcopy = new Option<bool>("--postcopy") { Description = "Lets the guest change sides after one round: it runs there and fetches the pages that it misses, while the rest is sent." };
        Option<string?> failAt = Step("--fail-at", "Lets the migration fail at a step.", s_failures);
        Option<string?> cancelAt = Step("--cancel-at", "Cancels the migration at a step; in postcopy that is refused.", s_cancellations);
        Option<string?> killAt = Step("--kill-destination", "Kills the destination's process at a step (iterate if none is named).", s_kills);
        killAt.Arity = ArgumentArity.ZeroOrOne;
        var refuse = new Option<string?>("--refuse") { Description = "Lets a device refuse the migration, e.g. vfio0." };
        var bandwidth = new Option<int>("--bandwidth") { Description = "MiB a second while the guest runs.", DefaultValueFactory = _ => 6 };
        var downtime = new Option<int>("--downtime-limit") { Description = "Milliseconds: the VM is stopped when what is left can be sent in this time at that bandwidth.", DefaultValueFactory = _ => 230 };
        Option<double?> sectionTimeout = Durations.SectionTimeout();
        var allRows = new Option<bool>("--all-rows") { Description = "Shows the dispatch table with the rows of all modes of migration." };
        var telemetry = new Option<bool>("--telemetry") { Description = "Prints the traces and metrics that NotifierGen gives to OpenTelemetry." };
        var record = new Option<string?>("--record") { Description = "FILE.json to write down what happened and when; `notifiergen timeline` draws it." };
        var timeline = new Option<string?>("--timeline") { Description = "FILE.html to draw what happened and when: rounds, downtime, every handler." };
        var seconds = new Option<double?>("--seconds") { Description = "How long the guest runs before, and after the migration; 1 by default." };
        Option[] options = [to, postcopy, failAt, cancelAt, killAt, refuse, bandwidth, downtime, sectionTimeout, allRows, telemetry, record, timeline, seconds];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) =>
        {
            var request = new MigrationRequest
            {
                Shape = machine.Shape(parsed),
                To = parsed.GetValue(to) is { } address ? Addresses.Parse("--to", address) : null,
                Postcopy = parsed.GetValue(postcopy),
                FailAt = Parse(parsed.GetValue(failAt)),
                CancelAt = Parse(parsed.GetValue(cancelAt)),
                KillAt = parsed.GetResult(killAt) is null ? MigrationStep.None : Parse(parsed.GetValue(killAt) ?? s_kills[0]),
                Refuse = parsed.GetValue(refuse),
                MebibytesASecond = parsed.GetValue(bandwidth),
                DowntimeLimit = TimeSpan.FromMilliseconds(parsed.GetValue(downtime)),
                SectionTime = Durations.Of(parsed, sectionTimeout) ?? SectionClock.DefaultLimit,
                AllRows = parsed.GetValue(allRows),
                Telemetry = parsed.GetValue(telemetry),
                Record = parsed.GetValue(record),
                Timeline = parsed.GetValue(timeline),
                RunFor = Durations.Of(parsed, seconds) ?? TimeSpan.FromSeconds(1),
            };
            request.Validate();
            return Task.FromResult(new MigrationShow(request).Run(cancellation));
        });
        return command;
    }

    private static Option<string?> Step(string name, string description, string[] steps)
    {
        var option = new Option<string?>(name) { Description = description };
        return option.AcceptOnlyFromAmong(steps);
    }

    private static MigrationStep Parse(string? step) => step is null ? MigrationStep.None : Enum.Parse<MigrationStep>(step, ignoreCase: true);
}
