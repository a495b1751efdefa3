namespace Emulator.Migration.Checkpoint;

/// <summary>Where in the making of a checkpoint something can be made to go wrong.</summary>
internal enum CheckpointStep
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>There is no room for the checkpoint to begin with; the guest runs.</summary>
    Open,

    /// <summary>The VM stands still; what has to be saved at one moment is saved.</summary>
    Stopped,

    /// <summary>The disk is full when half of the RAM is written. The guest runs on under a background snapshot, and stands still before a CPR reboot.</summary>
    Write,

    /// <summary>The new image of the process cannot be started, which is found out while the VM stands still.</summary>
    Exec,

    /// <summary>The new image can be started, and the process is not replaced by it all the same: too late for Failed.</summary>
    Replace,
}
