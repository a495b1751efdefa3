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

    /// <summary>Whether the guest changes sides before all of its RAM does.</summary>
    public bool Postcopy { get; init; }

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

    /// <summary>Where to write what happened as JSON; <see langword="null"/>: nowhere.</summary>
    public string? Record { get; init; }

    /// <summary>Where to write it as a page; <see langword="null"/>: nowhere.</summary>
    public string? Timeline { get; init; }

    /// <summary>How long the guest runs before, and how long after.</summary>
    public TimeSpan RunFor { get; init; }

    /// <summary>How the migration is to fail; <see langword="null"/>: not at all.</summary>
    public MigrationFailureKind? ExpectedFailure =>
        Refuse is not null ? MigrationFailureKind.Refused
        : CancelAt is not (MigrationStep.None or MigrationStep.Postcopy) ? MigrationFailureKind.Cancelled
        : FailAt != MigrationStep.None || KillAt != MigrationStep.None ? MigrationFailureKind.Error
        : null;

    /// <summary>What was asked for, as it is written on the command line.</summary>
    public string Summary => "migrate"
        + (Postcopy ? " --postcopy" : "")
        + (Refuse is null ? "" : $" --refuse {Refuse}")
        + Option("--fail-at", FailAt) + Option("--cancel-at", CancelAt) + Option("--kill-destination", KillAt);

    /// <exception cref="CommandException">The options do not go together.</exception>
    public void Validate()
    {
        int troubles = (Refuse is null ? 0 : 1) + (CancelAt == MigrationStep.None ? 0 : 1) + (FailAt == MigrationStep.None ? 0 : 1) + (KillAt == MigrationStep.None ? 0 : 1);
        if (troubles > 1)
        {
            throw new CommandException("--fail-at, --cancel-at, --refuse and --kill-destination: name one of them at a time");
        }

        if (!Postcopy && (FailAt == MigrationStep.Postcopy || CancelAt == MigrationStep.Postcopy || KillAt == MigrationStep.Postcopy))
        {
            throw new CommandException("the step postcopy is one of --postcopy only; add that");
        }

        if (To is not null && KillAt != MigrationStep.None)
        {
            throw new CommandException("--kill-destination: only a destination that this command has started can be killed; leave --to out");
        }

        CheckFolder("--record", Record);
        CheckFolder("--timeline", Timeline);
        if (DowntimeLimit.TotalMilliseconds is < 1 or > 60_000)
        {
            throw new CommandException($"--downtime-limit {DowntimeLimit.TotalMilliseconds}: 1 to 60000 milliseconds are possible");
        }

        if (MebibytesASecond is < 1 or > 100_000)
        {
            throw new CommandException($"--bandwidth {MebibytesASecond}: 1 to 100000 MiB a second are possible");
        }
    }

    private static string Option(string name, MigrationStep step) => step == MigrationStep.None ? "" : $" {name} {step.ToString().ToLowerInvariant()}";

    /// <summary>Found out before the migration, not after it.</summary>
    private static void CheckFolder(string option, string? file)
    {
        if (file is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            throw new CommandException($"{option} {file}: there is no such folder");
        }
    }
}
