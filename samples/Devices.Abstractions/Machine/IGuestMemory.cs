namespace Devices;

/// <summary>
/// The guest's RAM as a device sees it. Running vCPUs read and write it without a lock: DMA may race with them by design, what must be
/// consistent with the guest's own view (tables, drained rings) may be touched only while they are stopped.
/// </summary>
[VcpuState]
public interface IGuestMemory
{
    /// <summary>The address of its first byte.</summary>
    [VcpuSafe]
    ulong Start => 0;

    /// <summary>Its size in bytes.</summary>
    [VcpuSafe]
    ulong Length { get; }

    /// <summary>Reads bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the RAM.</exception>
    void Read(ulong address, Span<byte> destination);

    /// <summary>Writes bytes and marks their pages dirty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the RAM.</exception>
    void Write(ulong address, ReadOnlySpan<byte> source);
}
