using System.Runtime.CompilerServices;

namespace Emulator.Cpu;

/// <summary>
/// The harts' LR reservations, of one 64-byte line each. A store of another hart into the line breaks it, so that an SC also fails where the old value
/// has come back in the meantime; the compare-and-swap of the SC itself covers the instant in which a store is not yet visible to the hart that
/// reserves.
/// </summary>
/// <remarks>Safe from any thread.</remarks>
internal sealed class Reservations
{
    private const ulong None = ulong.MaxValue;
    private const int LineBits = 6;

    private readonly ulong[] _lines;
    private int _taken;

    public Reservations(int harts)
    {
        _lines = new ulong[harts];
        Array.Fill(_lines, None);
    }

    /// <summary>Reserves the line of the address for the hart, instead of the one it had.</summary>
    public void Take(int hart, ulong address)
    {
        if (Interlocked.Exchange(ref _lines[hart], address >> LineBits) == None)
        {
            Interlocked.Increment(ref _taken);
        }
    }

    /// <summary>Gives the hart's reservation up.</summary>
    /// <returns>Whether it was still there and on the line of the address.</returns>
    public bool Release(int hart, ulong address)
    {
        ulong line = Interlocked.Exchange(ref _lines[hart], None);
        if (line == None)
        {
            return false;
        }

        Interlocked.Decrement(ref _taken);
        return line == address >> LineBits;
    }

    /// <summary>Gives the hart's reservation up, wherever it is.</summary>
    public void Release(int hart) => Release(hart, None);

    /// <summary>Breaks what other harts have reserved on the line of the address; called after each store.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Break(int hart, ulong address)
    {
        if (Volatile.Read(ref _taken) != 0)
        {
            BreakOthers(hart, address >> LineBits);
        }
    }

    private void BreakOthers(int hart, ulong line)
    {
        for (int other = 0; other < _lines.Length; other++)
        {
            if (other != hart && Interlocked.CompareExchange(ref _lines[other], None, line) == line)
            {
                Interlocked.Decrement(ref _taken);
            }
        }
    }
}
