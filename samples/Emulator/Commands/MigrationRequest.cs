using System.Net;
using Emulator.Machine;
using Emulator.Migration.Source;

namespace Emulator.Commands;

/// <summary>What `migrate` was asked for.</summary>
internal sealed record MigrationRequest
{
    public required MachineShape Shape { get; init; }

    /// <summary>The destination; <see langword="null"/>: one of our own.</summary>
    public IPEndPoint? To { get; init; }

    public MigrationStep FailAt { get; init; }

    public MigrationStep CancelAt { get; init; }

    public MigrationStep KillAt { get; init; }

    /// <summary>The device that is to refuse.</summary>
    public string? Refuse { get; init; }

    public int MebibytesASecond { get; init; }

    /// <summary>The VM is stopped as soon as this would be its downtime.</summary>
    public TimeSpan DowntimeLimit { get; init; }

    /// <summary>The longest that one section of the stream, or one answer, may take.</summary>
    public TimeSpan SectionTime { get; init; }

    /// <summary>Whether to show also the rows of the table that play no part in this migration.</summary>
    public bool AllRows { get; init; }

    /// <summary>Whether to print what OpenTelemetry collects.</summary>
    public bool Telemetry { get; init; }

    /// <summary>How long the guest runs before, and how long after.</summary>
    public TimeSpan RunFor { get; init; }

    /// <summary>How the migration is to fail; <see langword="null"/>: not at all.</summary>
    public MigrationFailureKind? ExpectedFailure =>
        Refuse is not null ? MigrationFailureKind.Refused
        : CancelAt != MigrationStep.None ? MigrationFailureKind.Cancelled
        : FailAt != MigrationStep.None || KillAt != MigrationStep.None ? MigrationFailureKind.Error
        : null;

    /// <exception cref="CommandException">The options do not go together.</exception>
    public void Validate()
    {
        int troubles = (Refuse is null ? 0 : 1) + (CancelAt == MigrationStep.None ? 0 : 1) + (FailAt == MigrationStep.None ? 0 : 1) + (KillAt == MigrationStep.None ? 0 : 1);
        if (troubles > 1)
        {
            throw new CommandException("--fail-at, --cancel-at, --refuse and --kill-destination: name one of them at a time");
        }

        if (To is not null && KillAt != MigrationStep.None)
        {
            throw new CommandException("--kill-destination: only a destination that this command has started can be killed; leave --to out");
        }

        if (DowntimeLimit.TotalMilliseconds is < 1 or > 60_000)
        {
            throw new CommandException($"--downtime-limit {DowntimeLimit.TotalMilliseconds}: 1 to 60000 milliseconds are possible");
        }

        if (MebibytesASecond is < 1 or > 100_000)
        {
            throw new CommandException($"--bandwidth {MebibytesASecond}: 1 to 100000 MiB a second are possible");
        }
    }
}
