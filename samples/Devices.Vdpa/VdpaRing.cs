namespace Devices.Vdpa;

/// <summary>
/// A ring in guest RAM, by which a driver gives buffers to a device and gets them back: two counts that only grow, then as many slots each for
/// what was made available and what was used.
/// </summary>
/// <param name="Address">Where in RAM it begins.</param>
/// <param name="Slots">How many buffers it holds.</param>
public readonly record struct VdpaRing(ulong Address, int Slots)
{
    private const int AvailableCountOffset = 0;
    private const int UsedCountOffset = 8;
    private const int ReapedCountOffset = 16;
    private const int SlotsOffset = 24;

    /// <summary>How many bytes it takes.</summary>
    public ulong Length => SlotsOffset + (2 * (ulong)Slots * sizeof(ulong));

    /// <summary>How many buffers the driver has made available. Written by the guest.</summary>
    internal ulong AvailableCount => Address + AvailableCountOffset;

    /// <summary>How many buffers the device has used. Written by the device.</summary>
    internal ulong UsedCount => Address + UsedCountOffset;

    /// <summary>How many used buffers the driver has taken back. Written by the guest, of no interest to the device.</summary>
    internal ulong ReapedCount => Address + ReapedCountOffset;

    /// <summary>The slot of the buffer that was made available as the given one.</summary>
    internal ulong AvailableSlot(ulong index) => Address + SlotsOffset + (index % (ulong)Slots * sizeof(ulong));

    /// <summary>The slot of the buffer that was used as the given one.</summary>
    internal ulong UsedSlot(ulong index) => AvailableSlot(index) + ((ulong)Slots * sizeof(ulong));
}
