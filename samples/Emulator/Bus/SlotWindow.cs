namespace Emulator.Bus;

/// <summary>
/// What the guest sees of the board's devices: how many there are, and of each whether it is fit for use. A running guest looks at this all the time,
/// so a vCPU that runs while a device has not been told yet that it runs again is noticed by the guest itself.
/// </summary>
/// <param name="slots">The slots, in order.</param>
internal sealed class SlotWindow(IReadOnlyList<BusSlot> slots) : IBusDevice
{
    private const int BytesPerSlot = 16;

    public ulong Address => 0x1000_1000;

    public ulong Length => 0x1000;

    public bool TryRead(ulong offset, int size, out ulong value)
    {
        value = 0;
        if (size != sizeof(ulong) || offset % BytesPerSlot != 0 || offset / BytesPerSlot > (ulong)slots.Count)
        {
            return false;
        }

        value = offset == 0 ? (ulong)slots.Count : slots[(int)(offset / BytesPerSlot) - 1].IsReady() ? 1UL : 0;
        return true;
    }

    public bool TryWrite(ulong offset, int size, ulong value) => false;
}
