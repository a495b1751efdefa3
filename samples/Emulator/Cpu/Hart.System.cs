namespace Emulator.Cpu;

/// <content>The SYSTEM opcode, traps and interrupts.</content>
internal sealed partial class Hart
{
    private const uint Ecall = 0x0000_0073;
    private const uint Ebreak = 0x0010_0073;
    private const uint Mret = 0x3020_0073;
    private const uint Wfi = 0x1050_0073;
    private const ulong InterruptFlag = 1UL << 63;

    private void ExecuteSystem(Instruction i)
    {
        if ((i.Funct3 & 3) != 0)
        {
            ExecuteCsr(i);
            return;
        }

        switch (i.Word)
        {
            case Ecall:
                Raise(TrapCause.EnvironmentCallFromMachineMode, 0);
                break;
            case Ebreak:
                Raise(TrapCause.Breakpoint, _pc);
                break;
            case Mret:
                ReturnFromTrap();
                break;
            case Wfi:
                // The instruction is done; whoever runs the hart may let it sleep until there is a reason to go on.
                IsWaiting = !HasWakeUp;
                _yields = true;
                break;
            default:
                RaiseIllegal(i);
                break;
        }
    }

    private void RaiseIllegal(Instruction i) => Raise(TrapCause.IllegalInstruction, i.Word);

    private void Raise(TrapCause cause, ulong value)
    {
        Enter((ulong)cause, value, _pc, _mtvec & ~3UL);
        _retired--; // an instruction that traps does not retire
    }

    private void TakeInterrupt()
    {
        if ((_mstatus & MstatusMie) == 0)
        {
            return;
        }

        ulong due = _clint.Pending(Id) & _mie;
        if (due == 0)
        {
            return;
        }

        // Software interrupts before timer interrupts, as the privileged specification orders them.
        ulong number = (due & Bus.Clint.SoftwareInterrupt) != 0 ? 3UL : 7UL;
        bool vectored = (_mtvec & 1) != 0;
        Enter(InterruptFlag | number, 0, _pc, (_mtvec & ~3UL) + (vectored ? 4 * number : 0));
        _pc = _next;
    }

    private void Enter(ulong cause, ulong value, ulong returnTo, ulong handler)
    {
        _mcause = cause;
        _mtval = value;
        _mepc = returnTo;
        ulong enabled = (_mstatus & MstatusMie) != 0 ? MstatusMpie : 0;
        _mstatus = MstatusFixed | enabled;
        _next = handler;
    }

    private void ReturnFromTrap()
    {
        ulong enabled = (_mstatus & MstatusMpie) != 0 ? MstatusMie : 0;
        _mstatus = MstatusFixed | MstatusMpie | enabled;
        _next = _mepc;
        _yields = true;
    }
}
