namespace Emulator.Cpu;

/// <summary>The fields of a 32-bit RISC-V instruction word. Immediates are sign-extended to 64 bits.</summary>
/// <param name="word">The instruction word.</param>
internal readonly struct Instruction(uint word)
{
    public uint Word => word;

    public Opcode Opcode => (Opcode)(word & 0x7F);

    public int Rd => (int)(word >> 7) & 31;

    public int Rs1 => (int)(word >> 15) & 31;

    public int Rs2 => (int)(word >> 20) & 31;

    public uint Funct3 => (word >> 12) & 7;

    public uint Funct7 => word >> 25;

    /// <summary>The upper five bits that tell the atomic operations apart; the two below are the acquire and release flags.</summary>
    public uint Funct5 => word >> 27;

    /// <summary>The upper six bits: what is left of funct7 beside a six-bit shift amount.</summary>
    public uint Funct6 => word >> 26;

    public int ShiftAmount => (int)(word >> 20) & 63;

    public int Csr => (int)(word >> 20);

    public ulong ImmediateI => (ulong)((int)word >> 20);

    public ulong ImmediateS => (ulong)(((int)(word & 0xFE00_0000) >> 20) | Rd);

    public ulong ImmediateB => (ulong)(((int)(word & 0x8000_0000) >> 19) | (int)((word & 0x80) << 4) | (int)((word >> 20) & 0x7E0) | (int)((word >> 7) & 0x1E));

    public ulong ImmediateU => (ulong)(int)(word & 0xFFFF_F000);

    public ulong ImmediateJ => (ulong)(((int)(word & 0x8000_0000) >> 11) | (int)(word & 0xF_F000) | (int)((word >> 9) & 0x800) | (int)((word >> 20) & 0x7FE));
}
