using System.Runtime.CompilerServices;

namespace Emulator.Cpu;

/// <content>RV64I: arithmetic, jumps and branches.</content>
internal sealed partial class Hart
{
    private const uint AlternateFunct7 = 0x20;
    private const uint AlternateFunct6 = 0x10;

    private void ExecuteImmediate(Instruction i)
    {
        ulong a = _x[i.Rs1];
        ulong immediate = i.ImmediateI;
        ulong result;
        switch (i.Funct3)
        {
            case 0:
                result = a + immediate;
                break;
            case 1 when i.Funct6 == 0:
                result = a << i.ShiftAmount;
                break;
            case 2:
                result = (long)a < (long)immediate ? 1UL : 0;
                break;
            case 3:
                result = a < immediate ? 1UL : 0;
                break;
            case 4:
                result = a ^ immediate;
                break;
            case 5 when i.Funct6 == 0:
                result = a >> i.ShiftAmount;
                break;
            case 5 when i.Funct6 == AlternateFunct6:
                result = (ulong)((long)a >> i.ShiftAmount);
                break;
            case 6:
                result = a | immediate;
                break;
            case 7:
                result = a & immediate;
                break;
            default:
                RaiseIllegal(i);
                return;
        }

        this[i.Rd] = result;
    }

    private void ExecuteRegister(Instruction i)
    {
        ulong a = _x[i.Rs1];
        ulong b = _x[i.Rs2];
        ulong result;
        switch ((i.Funct7 << 3) | i.Funct3)
        {
            case 0:
                result = a + b;
                break;
            case (AlternateFunct7 << 3) | 0:
                result = a - b;
                break;
            case 1:
                result = a << (int)(b & 63);
                break;
            case 2:
                result = (long)a < (long)b ? 1UL : 0;
                break;
            case 3:
                result = a < b ? 1UL : 0;
                break;
            case 4:
                result = a ^ b;
                break;
            case 5:
                result = a >> (int)(b & 63);
                break;
            case (AlternateFunct7 << 3) | 5:
                result = (ulong)((long)a >> (int)(b & 63));
                break;
            case 6:
                result = a | b;
                break;
            case 7:
                result = a & b;
                break;
            default:
                RaiseIllegal(i);
                return;
        }

        this[i.Rd] = result;
    }

    private void ExecuteImmediateWord(Instruction i)
    {
        int a = (int)_x[i.Rs1];
        int shift = i.ShiftAmount & 31;
        int result;
        switch (i.Funct3)
        {
            case 0:
                result = a + (int)i.ImmediateI;
                break;
            case 1 when i.Funct7 == 0:
                result = a << shift;
                break;
            case 5 when i.Funct7 == 0:
                result = (int)((uint)a >> shift);
                break;
            case 5 when i.Funct7 == AlternateFunct7:
                result = a >> shift;
                break;
            default:
                RaiseIllegal(i);
                return;
        }

        this[i.Rd] = (ulong)result;
    }

    private void ExecuteRegisterWord(Instruction i)
    {
        int a = (int)_x[i.Rs1];
        int b = (int)_x[i.Rs2];
        int result;
        switch ((i.Funct7 << 3) | i.Funct3)
        {
            case 0:
                result = a + b;
                break;
            case (AlternateFunct7 << 3) | 0:
                result = a - b;
                break;
            case 1:
                result = a << (b & 31);
                break;
            case 5:
                result = (int)((uint)a >> (b & 31));
                break;
            case (AlternateFunct7 << 3) | 5:
                result = a >> (b & 31);
                break;
            default:
                RaiseIllegal(i);
                return;
        }

        this[i.Rd] = (ulong)result;
    }

    private void ExecuteBranch(Instruction i)
    {
        ulong a = _x[i.Rs1];
        ulong b = _x[i.Rs2];
        bool taken;
        switch (i.Funct3)
        {
            case 0:
                taken = a == b;
                break;
            case 1:
                taken = a != b;
                break;
            case 4:
                taken = (long)a < (long)b;
                break;
            case 5:
                taken = (long)a >= (long)b;
                break;
            case 6:
                taken = a < b;
                break;
            case 7:
                taken = a >= b;
                break;
            default:
                RaiseIllegal(i);
                return;
        }

        if (taken)
        {
            _ = TryGoTo(_pc + i.ImmediateB);
        }
    }

    private void Jump(int rd, ulong target)
    {
        ulong link = _next;
        if (TryGoTo(target))
        {
            this[rd] = link;
        }
    }

    /// <summary>Without compressed instructions a target must be a multiple of four; if not, the jump itself traps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryGoTo(ulong target)
    {
        if ((target & 3) != 0)
        {
            Raise(TrapCause.InstructionAddressMisaligned, target);
            return false;
        }

        _next = target;
        return true;
    }

    private void ExecuteFence(Instruction i)
    {
        switch (i.Funct3)
        {
            case 0:
                Interlocked.MemoryBarrier();
                break;
            case 1:
                // fence.i: nothing decoded is kept, so there is nothing to throw away.
                break;
            default:
                RaiseIllegal(i);
                break;
        }
    }
}
