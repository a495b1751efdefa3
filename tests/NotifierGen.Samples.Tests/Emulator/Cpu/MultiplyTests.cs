using Emulator.Cpu;

namespace NotifierGen.Samples.Tests.Emulator.Cpu;

public sealed class MultiplyTests : IDisposable
{
    private const uint Op = 0x33;
    private const uint Op32 = 0x3B;
    private const uint M = 1;
    private const ulong Minus1 = ulong.MaxValue;
    private const ulong Minimum = 0x8000_0000_0000_0000;
    private const ulong WordMinimum = 0xFFFF_FFFF_8000_0000;

    private readonly HartBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("mul", 0, 0x1_0000_0001, 0x1_0000_0001, 0x2_0000_0001)]
    [InlineData("mul of negatives", 0, Minus1, Minus1, 1)]
    [InlineData("mulh", 1, Minus1, Minus1, 0)]
    [InlineData("mulh", 1, Minimum, Minimum, 0x4000_0000_0000_0000)]
    [InlineData("mulh", 1, Minimum, 1, Minus1)]
    [InlineData("mulhsu", 2, Minus1, Minus1, Minus1)]
    [InlineData("mulhsu", 2, Minimum, 2, Minus1)]
    [InlineData("mulhsu", 2, 2, Minus1, 1)]
    [InlineData("mulhu", 3, Minus1, Minus1, Minus1 - 1)]
    [InlineData("div", 4, Minus1 - 6, 2, Minus1 - 2)]
    [InlineData("div by zero", 4, 7, 0, Minus1)]
    [InlineData("div overflow", 4, Minimum, Minus1, Minimum)]
    [InlineData("divu", 5, Minus1, 2, 0x7FFF_FFFF_FFFF_FFFF)]
    [InlineData("divu by zero", 5, 7, 0, Minus1)]
    [InlineData("rem has the dividend's sign", 6, Minus1 - 6, 2, Minus1)]
    [InlineData("rem by zero", 6, Minus1 - 6, 0, Minus1 - 6)]
    [InlineData("rem overflow", 6, Minimum, Minus1, 0)]
    [InlineData("remu", 7, Minus1, 10, 5)]
    [InlineData("remu by zero", 7, 7, 0, 7)]
    public void Doubles(string what, uint funct3, ulong a, ulong b, ulong expected) =>
        Assert.True(expected == _bench.Execute(Encode.R(Op, funct3, M), a, b), what);

    [Theory]
    [InlineData("mulw", 0, 0x1_0000_0003, 0x4000_0000, 0xFFFF_FFFF_C000_0000)]
    [InlineData("divw", 4, 0xFFFF_FFF9, 2, Minus1 - 2)]
    [InlineData("divw by zero", 4, 7, 0xF_0000_0000, Minus1)]
    [InlineData("divw overflow", 4, 0x8000_0000, 0xFFFF_FFFF, WordMinimum)]
    [InlineData("divuw sign-extends its quotient", 5, 0xFFFF_FFFF, 1, Minus1)]
    [InlineData("divuw by zero", 5, 7, 0, Minus1)]
    [InlineData("remw", 6, 0xFFFF_FFF9, 2, Minus1)]
    [InlineData("remw by zero", 6, 0x8000_0000, 0, WordMinimum)]
    [InlineData("remw overflow", 6, 0x8000_0000, 0xFFFF_FFFF, 0)]
    [InlineData("remuw", 7, 0xFFFF_FFFF, 10, 5)]
    [InlineData("remuw by zero sign-extends", 7, 0x8000_0000, 0, WordMinimum)]
    public void Words(string what, uint funct3, ulong a, ulong b, ulong expected) =>
        Assert.True(expected == _bench.Execute(Encode.R(Op32, funct3, M), a, b), what);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ThereIsNoHighWordOfAWord(uint funct3)
    {
        uint word = Encode.R(Op32, funct3, M);
        _bench.Run(word);
        _bench.AssertTrapped(TrapCause.IllegalInstruction, word);
    }
}
