using Emulator.Story;

namespace Emulator.Paths;

/// <summary>The sequence that another process tells of: what its witness wrote down, as its story prints it.</summary>
internal static class ToldSequence
{
    private static readonly (MigrationEvent Event, Phase Phase)[] s_notifications =
    [
        (Setup, default), (PostcopyStart, default), (Done, default),
        (Failed, Phase.BeforeVmStart), (Failed, Phase.AfterVmStart), (Reclaimed, Phase.BeforeVmStart), (Reclaimed, Phase.AfterVmStart),
    ];

    /// <summary>The sequence; empty if nothing happened.</summary>
    public static string Of(IEnumerable<string> lines) => string.Join(' ', lines.Select(Moment).OfType<string>());

    /// <summary>How the attempt ended, as devices were told.</summary>
    public static MigrationFailureKind? FailureOf(IEnumerable<string> lines)
    {
        string failed = NotificationWitness.NameOf(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart }) + ": ";
        string? line = lines.FirstOrDefault(line => line.StartsWith(failed, StringComparison.Ordinal));
        return line is null ? null : Enum.GetValues<MigrationFailureKind>().First(kind => line.Contains($"; {kind}: ", StringComparison.Ordinal));
    }

    private static string? Moment(string line)
    {
        if (line == $"=== {WitnessedVirtualMachine.Stops} ===")
        {
            return ObservedSequence.Stop;
        }

        if (line == $"=== {WitnessedVirtualMachine.Starts} ===")
        {
            return ObservedSequence.Start;
        }

        foreach ((MigrationEvent migrationEvent, Phase phase) in s_notifications)
        {
            var context = new MigrationContext { Event = migrationEvent, Phase = phase };
            string name = NotificationWitness.NameOf(context) + ": ";
            if (line.StartsWith(name, StringComparison.Ordinal))
            {
                bool stopped = !line.AsSpan(name.Length).StartsWith(NotificationWitness.GuestRuns, StringComparison.Ordinal);
                return ObservedSequence.Letter(context with { VcpusStopped = stopped });
            }
        }

        return null;
    }
}
