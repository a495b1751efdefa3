using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Devices;
using Emulator.Memory;

namespace Emulator.Guest;

/// <summary>The block in RAM in which the guest keeps its books; the layout is board.h's.</summary>
/// <param name="memory">The RAM of a stopped machine.</param>
[VcpuState]
internal sealed class GuestControl(GuestMemory memory)
{
    public const ulong Address = GuestMemory.BaseAddress + 0x1_0000;
    public const int MostPages = 1024;

    private const ulong Magic = 0x5453_4555_4750_4D45;
    private const ulong FirstHart = Address + (16 * sizeof(ulong));
    private const int HartWords = 8 + MostPages;

    /// <summary>Whether the guest has come so far that there is something to look at.</summary>
    public bool IsValid => Word(0) == Magic && Harts is > 0 and <= 8 && Pages is > 0 and <= MostPages;

    public ulong Harts => Word(1);

    /// <summary>Pages of each hart.</summary>
    public ulong Pages => Word(2);

    public ulong FirstPage => Word(3);

    public ulong TextStart => Word(4);

    public ulong TextEnd => Word(5);

    public bool Failed => Word(6) != 0;

    public ulong GlobalPointer => Word(7);

    public ulong Swapped => Word(8);

    public ulong Reserved => Word(9);

    public ulong Round(int hart) => HartWord(hart, 0);

    public ulong Ticks(int hart) => HartWord(hart, 1);

    public ulong SwappedBy(int hart) => HartWord(hart, 3);

    public ulong ReservedBy(int hart) => HartWord(hart, 4);

    /// <summary>The page that the hart is writing, if it is.</summary>
    public int? InFlight(int hart) => HartWord(hart, 5) is var page && page == 0 ? null : (int)(page - 1);

    public ulong Written(int hart) => HartWord(hart, 6);

    public ulong Generation(int hart, int page) => HartWord(hart, 8 + page);

    /// <summary>Copies a page of a hart.</summary>
    public void ReadPage(int hart, int page, Span<ulong> words)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(words);
        memory.Read(FirstPage + ((((ulong)hart * Pages) + (ulong)page) * GuestMemory.PageSize), bytes);
    }

    private ulong Word(int index) => memory.ReadUInt64(Address + ((ulong)index * sizeof(ulong)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong HartWord(int hart, int index) => memory.ReadUInt64(FirstHart + ((ulong)((hart * HartWords) + index) * sizeof(ulong)));
}
