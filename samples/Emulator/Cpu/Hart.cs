using Emulator.Bus;
using Emulator.Memory;

namespace Emulator.Cpu;

/// <summary>
/// One RISC-V hardware thread: RV64IMA with Zicsr and Zifencei, machine mode only. Instructions are decoded as they are executed, there is nothing
/// cached that a write to memory (the guest's or a migration's) could make stale.
/// </summary>
/// <remarks>
/// Registers belong to the thread that runs the hart; any other thread may touch them only while the virtual machine is stopped. Misaligned loads and
/// stores work in RAM (not as one access), and trap on devices; misaligned atomics always trap.
/// </remarks>
[VcpuState]
internal sealed partial class Hart
{
    private readonly GuestMemory _memory;
    private readonly SystemBus _bus;
    private readonly Clint _clint;
    private readonly Reservations _reservations;

    private RegisterFile _x;
    private ulong _pc;
    private ulong _next;
    private bool _yields;

    public Hart(int id, GuestMemory memory, SystemBus bus, Clint clint, Reservations reservations)
    {
        Id = id;
        _memory = memory;
        _bus = bus;
        _clint = clint;
        _reservations = reservations;
    }

    /// <summary>The hart's number, mhartid.</summary>
    [VcpuSafe]
    public int Id { get; }

    public ulong Pc
    {
        get => _pc;
        set => _pc = value;
    }

    /// <summary>Whether the last batch ended in a WFI with no interrupt pending: nothing to do until one is.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Whether an interrupt that mie lets through is pending: what ends a WFI, also with interrupts disabled in mstatus.</summary>
    public bool HasWakeUp => (_clint.Pending(Id) & _mie) != 0;

    /// <summary>Whether the timer is among what ends a WFI.</summary>
    public bool WaitsForTimer => (_mie & Clint.TimerInterrupt) != 0;

    public ulong this[int register]
    {
        get => _x[register];
        set
        {
            if (register != 0)
            {
                _x[register] = value;
            }
        }
    }

    /// <summary>Takes an interrupt if one is due, then executes instructions until the limit, or until something needs a look from outside.</summary>
    /// <param name="instructions">The most instructions to execute; also the longest that a stop request or an interrupt waits.</param>
    public void Run(int instructions)
    {
        IsWaiting = false;
        _yields = false;
        TakeInterrupt();
        while (instructions-- > 0 && !_yields)
        {
            Step();
        }
    }

    /// <summary>Executes one instruction, or takes the trap it leads to.</summary>
    public void Step()
    {
        ulong pc = _pc;
        _next = pc + 4;
        if (_memory.TryFetch(pc, out uint word))
        {
            Execute(new Instruction(word));
        }
        else
        {
            Raise(TrapCause.InstructionAccessFault, pc);
        }

        _pc = _next;
        _retired++;
    }

    public HartState Save()
    {
        var registers = new ulong[RegisterFile.Count];
        ((ReadOnlySpan<ulong>)_x).CopyTo(registers);
        return new HartState
        {
            Pc = _pc,
            Registers = registers,
            Mstatus = _mstatus,
            Mie = _mie,
            Mtvec = _mtvec,
            Mscratch = _mscratch,
            Mepc = _mepc,
            Mcause = _mcause,
            Mtval = _mtval,
            Cycles = _retired + _cycleOffset,
            Retired = _retired,
        };
    }

    /// <summary>Replaces the hart's state. A reservation is lost, as an SC may always fail.</summary>
    public void Load(HartState state)
    {
        state.Registers.CopyTo((Span<ulong>)_x);
        _x[0] = 0;
        _pc = state.Pc & ~3UL;
        _mstatus = MstatusFixed | (state.Mstatus & MstatusWritable);
        _mie = state.Mie & MieWritable;
        _mtvec = state.Mtvec & MtvecWritable;
        _mscratch = state.Mscratch;
        _mepc = state.Mepc & ~3UL;
        _mcause = state.Mcause;
        _mtval = state.Mtval;
        _retired = state.Retired;
        _cycleOffset = state.Cycles - state.Retired;
        _reservations.Release(Id);
        IsWaiting = false;
    }

    private void Execute(Instruction i)
    {
        switch (i.Opcode)
        {
            case Opcode.Load:
                ExecuteLoad(i);
                break;
            case Opcode.Store:
                ExecuteStore(i);
                break;
            case Opcode.OpImm:
                ExecuteImmediate(i);
                break;
            case Opcode.Op when i.Funct7 == MultiplyFunct7:
                ExecuteMultiply(i);
                break;
            case Opcode.Op:
                ExecuteRegister(i);
                break;
            case Opcode.Branch:
                ExecuteBranch(i);
                break;
            case Opcode.Lui:
                this[i.Rd] = i.ImmediateU;
                break;
            case Opcode.Auipc:
                this[i.Rd] = _pc + i.ImmediateU;
                break;
            case Opcode.Jal:
                Jump(i.Rd, _pc + i.ImmediateJ);
                break;
            case Opcode.Jalr when i.Funct3 == 0:
                Jump(i.Rd, (_x[i.Rs1] + i.ImmediateI) & ~1UL);
                break;
            case Opcode.OpImm32:
                ExecuteImmediateWord(i);
                break;
            case Opcode.Op32 when i.Funct7 == MultiplyFunct7:
                ExecuteMultiplyWord(i);
                break;
            case Opcode.Op32:
                ExecuteRegisterWord(i);
                break;
            case Opcode.Amo:
                ExecuteAtomic(i);
                break;
            case Opcode.MiscMem:
                ExecuteFence(i);
                break;
            case Opcode.System:
                ExecuteSystem(i);
                break;
            default:
                RaiseIllegal(i);
                break;
        }
    }
}
