namespace Emulator.Cpu;

/// <summary>What mcause tells of a synchronous trap; interrupts have bit 63 set and the number of their bit in mip.</summary>
internal enum TrapCause : ulong
{
    InstructionAddressMisaligned = 0,
    InstructionAccessFault = 1,
    IllegalInstruction = 2,
    Breakpoint = 3,
    LoadAddressMisaligned = 4,
    LoadAccessFault = 5,
    StoreAddressMisaligned = 6,
    StoreAccessFault = 7,
    EnvironmentCallFromMachineMode = 11,
}
