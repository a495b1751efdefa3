namespace Devices;

/// <summary>
/// A device that must stand still while the vCPUs do. On stopping, the machine calls <see cref="Quiesce"/> on all of them after the last vCPU
/// has stopped, then <see cref="Halt"/> on all; on starting, <see cref="Prepare"/> on all, then <see cref="Resume"/> on all before the first vCPU runs.
/// Two passes, because a device may be the target of another one's DMA.
/// </summary>
public interface IHaltsWithVm
{
    /// <summary>Starts no DMA to others any more.</summary>
    void Quiesce();

    /// <summary>Does nothing at all any more.</summary>
    void Halt();

    /// <summary>Accepts DMA of others again.</summary>
    void Prepare();

    /// <summary>Works again.</summary>
    void Resume();
}
