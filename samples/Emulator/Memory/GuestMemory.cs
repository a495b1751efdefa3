using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Devices;

namespace Emulator.Memory;

/// <summary>The guest's RAM, with a note for each page whether it was written since it was last harvested.</summary>
/// <remarks>
/// The vCPUs write while a migration harvests. What keeps a page from getting lost is an order on both sides: a writer stores first and then sets the
/// page's mark, always, without looking at it; the harvester takes the mark away first (a full fence) and reads the page afterwards. A store that the
/// harvester's copy misses therefore sets the mark after it was taken, and the page is dirty again.
/// While a postcopy migration brings the rest of the RAM, every access waits for the pages that it touches; while a snapshot is written, every write has
/// the page as it was kept first. At any other time either costs one comparison.
/// </remarks>
internal sealed unsafe partial class GuestMemory : IGuestMemory, IDisposable
{
    public const ulong BaseAddress = 0x8000_0000;
    public const int PageSize = 1 << PageBits;

    private const int PageBits = 12;

    /// <summary>The widest access; that much room stays behind the RAM, so that one comparison checks address and width.</summary>
    private const int WidestAccess = 8;

    private readonly ulong _size;
    private readonly RamFile? _file;
    private byte* _bytes;
    private byte* _dirty;
    private volatile MissingPages? _missing;
    private volatile FrozenPages? _frozen;

    /// <summary>Whether a write has to look at <see cref="_missing"/> or <see cref="_frozen"/>: one comparison for both.</summary>
    private volatile bool _isGuarded;

    /// <summary>Reserves RAM, all zero and clean.</summary>
    /// <param name="size">Its size in bytes, a multiple of the page size.</param>
    /// <param name="file">Where it is, if it is to outlive the image of this process; what the file holds is the RAM's content then.</param>
    public GuestMemory(int size, RamFile? file = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfNotEqual(size % PageSize, 0, nameof(size));
        _size = (ulong)size;
        PageCount = size >> PageBits;
        _file = file;
        _bytes = file is null ? Allocate(size) : file.Bytes;
        _dirty = (byte*)NativeMemory.AllocZeroed((nuint)PageCount);
    }

    public ulong Start => BaseAddress;

    public ulong Length => _size;

    public int PageCount { get; }

    public bool Contains(ulong address, int length) => address - BaseAddress <= _size - (ulong)length;

    /// <summary>Reads an instruction word at an address that is a multiple of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFetch(ulong address, out uint word)
    {
        ulong offset = address - BaseAddress;
        if (offset >= _size)
        {
            word = 0;
            return false;
        }

        if (_missing is not null)
        {
            Await(offset, sizeof(uint));
        }

        word = *(uint*)(_bytes + offset);
        return true;
    }

    /// <summary>Reads a value; in one access if the address is aligned.</summary>
    /// <returns>Whether it lies in RAM.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead<T>(ulong address, out T value)
        where T : unmanaged
    {
        ulong offset = address - BaseAddress;
        if (offset > _size - (ulong)sizeof(T))
        {
            value = default;
            return false;
        }

        if (_missing is not null)
        {
            Await(offset, sizeof(T));
        }

        value = Unsafe.ReadUnaligned<T>(_bytes + offset);
        return true;
    }

    /// <summary>Writes a value, in one access if the address is aligned, and marks its page.</summary>
    /// <returns>Whether it lies in RAM.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryWrite<T>(ulong address, T value)
        where T : unmanaged
    {
        ulong offset = address - BaseAddress;
        if (offset > _size - (ulong)sizeof(T))
        {
            return false;
        }

        if (_isGuarded)
        {
            BeforeWrite(offset, sizeof(T));
        }

        Unsafe.WriteUnaligned(_bytes + offset, value);
        Volatile.Write(ref _dirty[offset >> PageBits], 1);
        if ((offset & (ulong)(sizeof(T) - 1)) != 0)
        {
            Volatile.Write(ref _dirty[(offset + (ulong)sizeof(T) - 1) >> PageBits], 1); // it may reach into the next page
        }

        return true;
    }

    /// <summary>The memory cell of an aligned address in RAM, for atomic operations; <see cref="MarkDirty"/> follows a store to it.</summary>
    public ref T Cell<T>(ulong address)
        where T : unmanaged
    {
        Debug.Assert(Contains(address, sizeof(T)), "The caller has checked the address.");
        if (_isGuarded)
        {
            BeforeWrite(address - BaseAddress, sizeof(T));
        }

        return ref Unsafe.AsRef<T>(_bytes + (address - BaseAddress));
    }

    public void Read(ulong address, Span<byte> destination) => Range(address, destination.Length).CopyTo(destination);

    public void Write(ulong address, ReadOnlySpan<byte> source)
    {
        Span<byte> range = Range(address, source.Length);
        if (_isGuarded && source.Length > 0)
        {
            BeforeWrite(address - BaseAddress, source.Length);
        }

        source.CopyTo(range);
        ulong first = address - BaseAddress;
        for (ulong offset = first & ~(ulong)(PageSize - 1); offset < first + (ulong)source.Length; offset += PageSize)
        {
            Volatile.Write(ref _dirty[offset >> PageBits], 1);
        }
    }

    public void Dispose()
    {
        if (_file is null)
        {
            NativeMemory.AlignedFree(_bytes);
        }

        _file?.Dispose();
        NativeMemory.Free(_dirty);
        _bytes = null;
        _dirty = null;
    }

    private static byte* Allocate(int size)
    {
        byte* bytes = (byte*)NativeMemory.AlignedAlloc((nuint)size + WidestAccess, PageSize);
        NativeMemory.Clear(bytes, (nuint)size + WidestAccess);
        return bytes;
    }

    private Span<byte> Range(ulong address, int length)
    {
        if (!Contains(address, length))
        {
            throw new ArgumentOutOfRangeException(nameof(address), $"0x{address:x} and {length} bytes from there are not within the RAM.");
        }

        if (_missing is not null && length > 0)
        {
            Await(address - BaseAddress, length);
        }

        return new Span<byte>(_bytes + (address - BaseAddress), length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Await(ulong offset, int length) => _missing?.Await((int)(offset >> PageBits), (int)((offset + (ulong)length - 1) >> PageBits));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeforeWrite(ulong offset, int length)
    {
        Await(offset, length);
        _frozen?.Keep((int)(offset >> PageBits), (int)((offset + (ulong)length - 1) >> PageBits));
    }
}
