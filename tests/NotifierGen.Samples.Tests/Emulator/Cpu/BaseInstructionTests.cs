using Emulator.Cpu;

namespace NotifierGen.Samples.Tests.Emulator.Cpu;

public sealed class BaseInstructionTests : IDisposable
{
    private const uint Op = 0x33;
    private const uint Op32 = 0x3B;
    private const uint OpImm = 0x13;
    private const uint OpImm32 = 0x1B;
    private const ulong Minus1 = ulong.MaxValue;
    private const ulong Minimum = 0x8000_0000_0000_0000;

    private readonly HartBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("add", 0, 0, 3, 4, 7)]
    [InlineData("add wraps", 0, 0, Minus1, 1, 0)]
    [InlineData("sub", 0, 0x20, 3, 4, Minus1)]
    [InlineData("sll", 1, 0, 1, 63, Minimum)]
    [InlineData("sll takes six bits", 1, 0, 1, 65, 2)]
    [InlineData("slt", 2, 0, Minus1, 0, 1)]
    [InlineData("slt not", 2, 0, 0, Minus1, 0)]
    [InlineData("sltu", 3, 0, 0, Minus1, 1)]
    [InlineData("sltu not", 3, 0, Minus1, 0, 0)]
    [InlineData("xor", 4, 0, 0xFF00, 0x0FF0, 0xF0F0)]
    [InlineData("srl", 5, 0, Minimum, 63, 1)]
    [InlineData("sra", 5, 0x20, Minimum, 63, Minus1)]
    [InlineData("or", 6, 0, 0xFF00, 0x0FF0, 0xFFF0)]
    [InlineData("and", 7, 0, 0xFF00, 0x0FF0, 0x0F00)]
    public void RegisterForms(string what, uint funct3, uint funct7, ulong a, ulong b, ulong expected) =>
        Assert.True(expected == _bench.Execute(Encode.R(Op, funct3, funct7), a, b), what);

    [Theory]
    [InlineData("addw sign-extends", 0, 0, 0x7FFF_FFFF, 1, 0xFFFF_FFFF_8000_0000)]
    [InlineData("addw looks at low words", 0, 0, 0xFFFF_FFFF_0000_0001, 0xFFFF_FFFF_0000_0002, 3)]
    [InlineData("subw", 0, 0x20, 0, 1, Minus1)]
    [InlineData("sllw", 1, 0, 1, 31, 0xFFFF_FFFF_8000_0000)]
    [InlineData("sllw takes five bits", 1, 0, 1, 33, 2)]
    [InlineData("srlw", 5, 0, 0xFFFF_FFFF_8000_0000, 31, 1)]
    [InlineData("srlw by 0 sign-extends", 5, 0, 0x8000_0000, 0, 0xFFFF_FFFF_8000_0000)]
    [InlineData("sraw", 5, 0x20, 0x8000_0000, 31, Minus1)]
    public void RegisterWordForms(string what, uint funct3, uint funct7, ulong a, ulong b, ulong expected) =>
        Assert.True(expected == _bench.Execute(Encode.R(Op32, funct3, funct7), a, b), what);

    [Theory]
    [InlineData("addi", 0, -1, 0, Minus1)]
    [InlineData("slti", 2, -1, Minus1 - 1, 1)]
    [InlineData("sltiu sign-extends first", 3, -1, 5, 1)]
    [InlineData("xori is not", 4, -1, 0xF0, ~0xF0UL)]
    [InlineData("ori", 6, -2048, 1, 0xFFFF_FFFF_FFFF_F801)]
    [InlineData("andi", 7, 0x7FF, Minus1, 0x7FF)]
    [InlineData("slli", 1, 63, 1, Minimum)]
    [InlineData("srli", 5, 63, Minimum, 1)]
    [InlineData("srai", 5, 0x400 | 63, Minimum, Minus1)]
    public void ImmediateForms(string what, uint funct3, int immediate, ulong a, ulong expected) =>
        Assert.True(expected == _bench.Execute(Encode.I(OpImm, funct3, immediate), a), what);

    [Theory]
    [InlineData("addiw", 0, 1, 0x7FFF_FFFF, 0xFFFF_FFFF_8000_0000)]
    [InlineData("sext.w", 0, 0, 0x1_8000_0000, 0xFFFF_FFFF_8000_0000)]
    [InlineData("slliw", 1, 31, 1, 0xFFFF_FFFF_8000_0000)]
    [InlineData("srliw", 5, 4, 0xFFFF_FFFF_F000_0000, 0x0F00_0000)]
    [InlineData("sraiw", 5, 0x400 | 4, 0xF000_0000, 0xFFFF_FFFF_FF00_0000)]
    public void ImmediateWordForms(string what, uint funct3, int immediate, ulong a, ulong expected) =>
        Assert.True(expected == _bench.Execute(Encode.I(OpImm32, funct3, immediate), a), what);

    [Fact]
    public void LuiSignExtendsAndAuipcAddsToThePc()
    {
        Assert.Equal(0xFFFF_FFFF_8000_0000, _bench.Execute(Encode.U(0x37, 0x80000)));
        Assert.Equal(HartBench.Code - 0x1000, _bench.Execute(Encode.U(0x17, 0xFFFFF)));
    }

    [Theory]
    [InlineData(0, 5, 5, true)]
    [InlineData(0, 5, 6, false)]
    [InlineData(1, 5, 6, true)]
    [InlineData(1, 5, 5, false)]
    [InlineData(4, Minus1, 0, true)]
    [InlineData(4, 0, Minus1, false)]
    [InlineData(5, 0, Minus1, true)]
    [InlineData(5, Minus1, 0, false)]
    [InlineData(5, 7, 7, true)]
    [InlineData(6, 0, Minus1, true)]
    [InlineData(6, Minus1, 0, false)]
    [InlineData(7, Minus1, 0, true)]
    [InlineData(7, 0, Minus1, false)]
    public void Branches(uint funct3, ulong a, ulong b, bool taken)
    {
        foreach (int offset in (int[])[0x7FC, -4096, 8])
        {
            _bench.Execute(Encode.B(funct3, offset), a, b);
            Assert.Equal(taken ? HartBench.Code + (ulong)offset : HartBench.Code + 4, _bench.Hart.Pc);
        }
    }

    [Fact]
    public void JumpsLinkAndJalrClearsTheLowestBit()
    {
        Assert.Equal(HartBench.Code + 4, _bench.Execute(Encode.J(-1048576)));
        Assert.Equal(HartBench.Code - 1048576, _bench.Hart.Pc);

        Assert.Equal(HartBench.Code + 4, _bench.Execute(Encode.I(0x67, 0, -3), HartBench.Data + 4));
        Assert.Equal(HartBench.Data, _bench.Hart.Pc);
    }

    [Fact]
    public void JalrWithOneRegisterJumpsToTheOldValue()
    {
        _bench.Hart[3] = HartBench.Data;
        _bench.Run(Encode.I(0x67, 0, 0, rd: 3, rs1: 3));
        Assert.Equal((HartBench.Data, HartBench.Code + 4), (_bench.Hart.Pc, _bench.Hart[3]));
    }

    [Fact]
    public void AJumpToHalfAnInstructionTrapsAtTheJump()
    {
        _bench.Hart[3] = 42;
        _bench.Run(Encode.J(6));
        _bench.AssertTrapped(TrapCause.InstructionAddressMisaligned, HartBench.Code + 6);
        Assert.Equal(42UL, _bench.Hart[3]);
    }

    [Fact]
    public void RegisterZeroStaysZero()
    {
        _bench.Run(Encode.I(OpImm, 0, 5, rd: 0), Encode.U(0x37, 1, rd: 0), Encode.J(4, rd: 0));
        Assert.Equal(0UL, _bench.Hart[0]);
    }

    [Fact]
    public void FencesGoOn()
    {
        _bench.Run(0x0FF0_000F, 0x0000_100F);
        Assert.Equal(HartBench.Code + 8, _bench.Hart.Pc);
    }

    [Theory]
    [InlineData(0x0000_0000)]
    [InlineData(0xFFFF_FFFF)]
    [InlineData(0x4000_1033)] // sll with sub's bit
    [InlineData(0x0400_1013)] // slli by 64
    [InlineData(0x0200_101B)] // slliw by 32
    [InlineData(0x0000_2063)] // a branch that does not exist
    [InlineData(0x0000_4023)] // a store of 16 bytes
    [InlineData(0x0000_7003)] // a load of 16 bytes
    [InlineData(0x0000_1067)] // jalr with a function
    [InlineData(0x0000_200F)] // a fence that does not exist
    [InlineData(0x0000_203B)] // a word operation that does not exist
    [InlineData(0x0000_4073)] // a system operation that does not exist
    [InlineData(0x1020_0073)] // sret: there is no supervisor
    public void WhatIsNoInstructionTraps(uint word)
    {
        _bench.Run(word);
        _bench.AssertTrapped(TrapCause.IllegalInstruction, word);
    }
}
