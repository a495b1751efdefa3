namespace Emulator.Migration.Checkpoint;

/// <summary>Where a checkpoint is to go, and what is to go wrong.</summary>
internal sealed record CheckpointPlan : CheckpointTrouble
{
    public required string File { get; init; }

    /// <summary>Bytes a second while the guest runs; a guest that stands still is written as fast as the disk is.</summary>
    public long Bandwidth { get; init; } = 24 << 20;
}
