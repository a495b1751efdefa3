using Emulator.Machine;
using Emulator.Migration.Checkpoint;

namespace Emulator.Commands;

/// <summary>What `snapshot` or `cpr-reboot` was asked for.</summary>
internal sealed record CheckpointRequest
{
    public required MachineShape Shape { get; init; }

    public required MigrationMode Mode { get; init; }

    public required CheckpointPlan Plan { get; init; }

    /// <summary>Whether the guest is suspended to RAM before its host reboots under it; if not, the passed-through devices refuse.</summary>
    public bool Suspend { get; init; }

    /// <summary>Whether another process is started that goes on with the guest.</summary>
    public bool Restore { get; init; }

    /// <summary>Whether to show also the rows of the table that play no part in this.</summary>
    public bool AllRows { get; init; }

    /// <summary>How long the guest runs before and after, together.</summary>
    public TimeSpan RunFor { get; init; }

    /// <summary>How it is to fail; <see langword="null"/>: not at all.</summary>
    public MigrationFailureKind? ExpectedFailure =>
        Mode == MigrationMode.CprReboot && !Suspend ? MigrationFailureKind.Refused
        : Plan.CancelAt != CheckpointStep.None ? MigrationFailureKind.Cancelled
        : Plan.FailAt != CheckpointStep.None ? MigrationFailureKind.Error
        : null;
}
