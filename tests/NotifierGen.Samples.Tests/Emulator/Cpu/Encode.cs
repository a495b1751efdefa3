namespace NotifierGen.Samples.Tests.Emulator.Cpu;

/// <summary>Instruction words by format. Register fields are fixed: sources x1 and x2, destination x3, unless given.</summary>
internal static class Encode
{
    public static uint R(uint opcode, uint funct3, uint funct7, int rd = 3, int rs1 = 1, int rs2 = 2) =>
        (funct7 << 25) | ((uint)rs2 << 20) | ((uint)rs1 << 15) | (funct3 << 12) | ((uint)rd << 7) | opcode;

    public static uint I(uint opcode, uint funct3, int immediate, int rd = 3, int rs1 = 1) =>
        ((uint)immediate << 20) | ((uint)rs1 << 15) | (funct3 << 12) | ((uint)rd << 7) | opcode;

    public static uint S(uint funct3, int immediate, int rs1 = 1, int rs2 = 2) =>
        (((uint)immediate >> 5) << 25) | ((uint)rs2 << 20) | ((uint)rs1 << 15) | (funct3 << 12) | (((uint)immediate & 31) << 7) | 0x23;

    public static uint B(uint funct3, int offset, int rs1 = 1, int rs2 = 2)
    {
        uint o = (uint)offset;
        return (((o >> 12) & 1) << 31) | (((o >> 5) & 0x3F) << 25) | ((uint)rs2 << 20) | ((uint)rs1 << 15) | (funct3 << 12) | (((o >> 1) & 0xF) << 8) | (((o >> 11) & 1) << 7) | 0x63;
    }

    public static uint U(uint opcode, uint immediate, int rd = 3) => (immediate << 12) | ((uint)rd << 7) | opcode;

    public static uint J(int offset, int rd = 3)
    {
        uint o = (uint)offset;
        return (((o >> 20) & 1) << 31) | (((o >> 1) & 0x3FF) << 21) | (((o >> 11) & 1) << 20) | (((o >> 12) & 0xFF) << 12) | ((uint)rd << 7) | 0x6F;
    }

    public static uint Amo(uint funct5, uint width, int rs2 = 2) => R(0x2F, width, funct5 << 2, rs2: rs2);

    public static uint Csr(uint funct3, uint csr, int rs1 = 1, int rd = 3) => (csr << 20) | ((uint)rs1 << 15) | (funct3 << 12) | ((uint)rd << 7) | 0x73;
}
