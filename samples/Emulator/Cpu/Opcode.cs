namespace Emulator.Cpu;

/// <summary>The major opcodes of RV64IMA with Zicsr and Zifencei: the low seven bits of an instruction word.</summary>
internal enum Opcode : uint
{
    Load = 0x03,
    MiscMem = 0x0F,
    OpImm = 0x13,
    Auipc = 0x17,
    OpImm32 = 0x1B,
    Store = 0x23,
    Amo = 0x2F,
    Op = 0x33,
    Lui = 0x37,
    Op32 = 0x3B,
    Branch = 0x63,
    Jalr = 0x67,
    Jal = 0x6F,
    System = 0x73,
}
