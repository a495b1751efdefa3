using System.Runtime.CompilerServices;

namespace Emulator.Cpu;

/// <content>
/// The A extension, in RAM only. Every operation is one atomic operation of the host and a full fence, which is at least as strong as any combination
/// of the acquire and release flags.
/// </content>
internal sealed partial class Hart
{
    private const uint LoadReserved = 0x02;
    private const uint StoreConditional = 0x03;

    private ulong _reservedValue;

    private void ExecuteAtomic(Instruction i)
    {
        ulong address = _x[i.Rs1];
        int size = 1 << (int)i.Funct3;
        bool loads = i.Funct5 == LoadReserved;
        if (i.Funct3 is not (2 or 3) || !IsAtomic(i))
        {
            RaiseIllegal(i);
        }
        else if ((address & (ulong)(size - 1)) != 0)
        {
            Raise(loads ? TrapCause.LoadAddressMisaligned : TrapCause.StoreAddressMisaligned, address);
        }
        else if (!_memory.Contains(address, size))
        {
            Raise(loads ? TrapCause.LoadAccessFault : TrapCause.StoreAccessFault, address);
        }
        else if (i.Funct3 == 2)
        {
            ExecuteAtomicWord(i, address, ref _memory.Cell<uint>(address));
        }
        else
        {
            ExecuteAtomicDouble(i, address, ref _memory.Cell<ulong>(address));
        }
    }

    private static bool IsAtomic(Instruction i) => i.Funct5 switch
    {
        LoadReserved => i.Rs2 == 0,
        StoreConditional or 0x00 or 0x01 or 0x04 or 0x08 or 0x0C or 0x10 or 0x14 or 0x18 or 0x1C => true,
        _ => false,
    };

    private void ExecuteAtomicWord(Instruction i, ulong address, ref uint cell)
    {
        uint source = (uint)_x[i.Rs2];
        switch (i.Funct5)
        {
            case LoadReserved:
                // The reservation stands before the value is read: a store in between breaks it.
                _reservations.Take(Id, address);
                uint value = Volatile.Read(ref cell);
                _reservedValue = value;
                this[i.Rd] = (ulong)(int)value;
                return;
            case StoreConditional:
                bool stored = _reservations.Release(Id, address) && Interlocked.CompareExchange(ref cell, source, (uint)_reservedValue) == (uint)_reservedValue;
                this[i.Rd] = stored ? 0UL : 1;
                if (!stored)
                {
                    return;
                }

                break;
            default:
                uint old = Volatile.Read(ref cell);
                while (Interlocked.CompareExchange(ref cell, (uint)Combine(i.Funct5, (ulong)(int)old, (ulong)(int)source), old) is var seen && seen != old)
                {
                    old = seen;
                }

                this[i.Rd] = (ulong)(int)old;
                break;
        }

        _memory.MarkDirty(address);
        _reservations.Break(Id, address);
    }

    private void ExecuteAtomicDouble(Instruction i, ulong address, ref ulong cell)
    {
        ulong source = _x[i.Rs2];
        switch (i.Funct5)
        {
            case LoadReserved:
                _reservations.Take(Id, address);
                _reservedValue = Volatile.Read(ref cell);
                this[i.Rd] = _reservedValue;
                return;
            case StoreConditional:
                bool stored = _reservations.Release(Id, address) && Interlocked.CompareExchange(ref cell, source, _reservedValue) == _reservedValue;
                this[i.Rd] = stored ? 0UL : 1;
                if (!stored)
                {
                    return;
                }

                break;
            default:
                ulong old = Volatile.Read(ref cell);
                while (Interlocked.CompareExchange(ref cell, Combine(i.Funct5, old, source), old) is var seen && seen != old)
                {
                    old = seen;
                }

                this[i.Rd] = old;
                break;
        }

        _memory.MarkDirty(address);
        _reservations.Break(Id, address);
    }

    /// <summary>What an AMO stores. Words come sign-extended, which keeps both the signed and the unsigned order of two of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Combine(uint operation, ulong old, ulong source) => operation switch
    {
        0x00 => old + source,
        0x01 => source,
        0x04 => old ^ source,
        0x08 => old | source,
        0x0C => old & source,
        0x10 => (ulong)Math.Min((long)old, (long)source),
        0x14 => (ulong)Math.Max((long)old, (long)source),
        0x18 => Math.Min(old, source),
        _ => Math.Max(old, source),
    };
}
