namespace Emulator.Bus;

/// <summary>A device with registers in the address space. Called by any vCPU's thread, by several at a time.</summary>
internal interface IBusDevice
{
    /// <summary>The first address of its registers.</summary>
    ulong Address { get; }

    /// <summary>How many bytes of the address space are its own.</summary>
    ulong Length { get; }

    /// <summary>Reads a register.</summary>
    /// <param name="offset">Where, from <see cref="Address"/>; a multiple of the size.</param>
    /// <param name="size">1, 2, 4 or 8 bytes.</param>
    /// <param name="value">What was read, in the low bytes.</param>
    /// <returns><see langword="false"/>: there is no such register, the access faults.</returns>
    bool TryRead(ulong offset, int size, out ulong value);

    /// <summary>Writes a register.</summary>
    /// <param name="offset">Where, from <see cref="Address"/>; a multiple of the size.</param>
    /// <param name="size">1, 2, 4 or 8 bytes.</param>
    /// <param name="value">What to write, in the low bytes.</param>
    /// <returns><see langword="false"/>: there is no such register, the access faults.</returns>
    bool TryWrite(ulong offset, int size, ulong value);
}
