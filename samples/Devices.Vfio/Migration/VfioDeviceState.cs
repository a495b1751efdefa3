namespace Devices.Vfio;

/// <summary>The states of a VFIO device that can migrate, as the kernel's interface has them.</summary>
public enum VfioDeviceState : byte
{
    /// <summary>Works, starts DMA.</summary>
    Running,

    /// <summary>Starts no DMA, answers that of its peers.</summary>
    RunningP2P,

    /// <summary>As <see cref="Running"/>, and its state is being copied.</summary>
    PreCopy,

    /// <summary>As <see cref="RunningP2P"/>, and its state is being copied.</summary>
    PreCopyP2P,

    /// <summary>Stands still: answers nothing.</summary>
    Stop,

    /// <summary>Stands still, and the rest of its state is being copied.</summary>
    StopCopy,

    /// <summary>Stands still and receives a state.</summary>
    Resuming,

    /// <summary>Undefined; only a reset leads out.</summary>
    Error,
}
