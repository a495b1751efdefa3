using Emulator.Cpu;

namespace NotifierGen.Samples.Tests.Emulator.Cpu;

public sealed class AtomicTests : IDisposable
{
    private const uint Lr = 0x02;
    private const uint Sc = 0x03;
    private const uint AmoAdd = 0x00;
    private const uint Word = 2;
    private const uint Double = 3;
    private const ulong Minus1 = ulong.MaxValue;

    private readonly HartBench _bench = new(harts: 2);

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("amoadd", 0x00, 5, 7, 12)]
    [InlineData("amoswap", 0x01, 5, 7, 7)]
    [InlineData("amoxor", 0x04, 5, 7, 2)]
    [InlineData("amoor", 0x08, 5, 2, 7)]
    [InlineData("amoand", 0x0C, 5, 6, 4)]
    [InlineData("amomin", 0x10, 5, Minus1, Minus1)]
    [InlineData("amomax", 0x14, 5, Minus1, 5)]
    [InlineData("amominu", 0x18, 5, Minus1, 5)]
    [InlineData("amomaxu", 0x1C, 5, Minus1, Minus1)]
    public void AmosStoreTheResultAndReturnTheOldValue(string what, uint funct5, ulong old, ulong source, ulong expected)
    {
        _bench.Write(HartBench.Data, old);
        Assert.True(old == _bench.Execute(Encode.Amo(funct5, Double), HartBench.Data, source), what);
        Assert.True(expected == _bench.Read<ulong>(HartBench.Data), what);

        _bench.Write(HartBench.Data, 0x1111_1111_0000_0000 | old);
        Assert.True(old == _bench.Execute(Encode.Amo(funct5, Word), HartBench.Data, source), what);
        Assert.True((0x1111_1111_0000_0000UL | (uint)expected) == _bench.Read<ulong>(HartBench.Data), what);
    }

    [Fact]
    public void WordAmosSignExtendWhatTheyReturn()
    {
        _bench.Write(HartBench.Data, 0x8000_0000U);
        Assert.Equal(0xFFFF_FFFF_8000_0000, _bench.Execute(Encode.Amo(0x14, Word), HartBench.Data, 1));
        Assert.Equal(1U, _bench.Read<uint>(HartBench.Data));
        _bench.Write(HartBench.Data, 0x8000_0000U);
        Assert.Equal(0xFFFF_FFFF_8000_0000, _bench.Execute(Encode.Amo(0x1C, Word), HartBench.Data, 1));
        Assert.Equal(0x8000_0000U, _bench.Read<uint>(HartBench.Data));
    }

    [Theory]
    [InlineData(Word)]
    [InlineData(Double)]
    public void ScStoresOnceAfterAnLr(uint width)
    {
        _bench.Write(HartBench.Data, 5UL);
        Assert.Equal(5UL, _bench.Execute(Encode.Amo(Lr, width, rs2: 0), HartBench.Data));
        Assert.Equal(0UL, _bench.Execute(Encode.Amo(Sc, width), HartBench.Data, 9));
        Assert.Equal(1UL, _bench.Execute(Encode.Amo(Sc, width), HartBench.Data, 10));
        Assert.Equal(9UL, _bench.Read<ulong>(HartBench.Data));
    }

    [Fact]
    public void ScFailsElsewhereAndAfterAnotherHartHasStored()
    {
        _bench.Execute(Encode.Amo(Lr, Double, rs2: 0), HartBench.Data);
        Assert.Equal(1UL, _bench.Execute(Encode.Amo(Sc, Double), HartBench.Data + 0x100, 9));

        _bench.Execute(Encode.Amo(Lr, Double, rs2: 0), HartBench.Data);
        StoreByOtherHart(7);
        StoreByOtherHart(0); // the old value is back, and still somebody has stored
        Assert.Equal(1UL, _bench.Execute(Encode.Amo(Sc, Double), HartBench.Data, 9));
        Assert.Equal(0UL, _bench.Read<ulong>(HartBench.Data));
    }

    [Fact]
    public void MisalignedAndMissingCellsTrap()
    {
        _bench.Execute(Encode.Amo(AmoAdd, Double), HartBench.Data + 4);
        _bench.AssertTrapped(TrapCause.StoreAddressMisaligned, HartBench.Data + 4);
        _bench.Execute(Encode.Amo(Lr, Word, rs2: 0), HartBench.Data + 2);
        _bench.AssertTrapped(TrapCause.LoadAddressMisaligned, HartBench.Data + 2);
        _bench.Execute(Encode.Amo(AmoAdd, Word), 0x1000_0000);
        _bench.AssertTrapped(TrapCause.StoreAccessFault, 0x1000_0000);
        _bench.Execute(Encode.Amo(Lr, Word, rs2: 0), 0x1000_0000);
        _bench.AssertTrapped(TrapCause.LoadAccessFault, 0x1000_0000);
    }

    [Theory]
    [InlineData(0x02U, Double, 2)] // lr with a source
    [InlineData(0x05U, Double, 2)]
    [InlineData(0x00U, 1U, 2)]
    [InlineData(0x00U, 4U, 2)]
    public void WhatIsNoAtomicTraps(uint funct5, uint width, int rs2)
    {
        uint word = Encode.Amo(funct5, width, rs2);
        _bench.Execute(word, HartBench.Data);
        _bench.AssertTrapped(TrapCause.IllegalInstruction, word);
    }

    [Fact]
    public async Task HartsOnRealThreadsLoseNoIncrement()
    {
        const int Rounds = 20_000;
        // x1: the cell, x2: 1. amoadd on the first cell; lr, addi, sc, bnez on the second, 256 bytes on.
        uint[] loop =
        [
            Encode.Amo(AmoAdd, Double),
            Encode.R(0x2F, Double, Lr << 2, rd: 5, rs1: 4, rs2: 0),
            Encode.I(0x13, 0, 1, rd: 5, rs1: 5),
            Encode.R(0x2F, Double, Sc << 2, rd: 6, rs1: 4, rs2: 5),
            Encode.B(1, -12, rs1: 6, rs2: 0),
            Encode.I(0x13, 0, -1, rd: 7, rs1: 7),
            Encode.B(1, -24, rs1: 7, rs2: 0),
            0x0000_006F, // jump to itself
        ];
        for (int i = 0; i < loop.Length; i++)
        {
            _bench.Write(HartBench.Code + (ulong)(4 * i), loop[i]);
        }

        await Task.WhenAll(_bench.Harts.Select(hart => Task.Factory.StartNew(() => RunLoop(hart, Rounds), TaskCreationOptions.LongRunning)));

        Assert.Equal(2UL * Rounds, _bench.Read<ulong>(HartBench.Data));
        Assert.Equal(2UL * Rounds, _bench.Read<ulong>(HartBench.Data + 0x100));
    }

    private static void RunLoop(Hart hart, int rounds)
    {
        hart[1] = HartBench.Data;
        hart[2] = 1;
        hart[4] = HartBench.Data + 0x100;
        hart[7] = (ulong)rounds;
        while (hart.Pc != HartBench.Code + 28)
        {
            hart.Run(1000);
        }
    }

    private void StoreByOtherHart(ulong value)
    {
        Hart other = _bench.Harts[1];
        _bench.Write(HartBench.Code + 0x100, Encode.S(3, 0));
        other[1] = HartBench.Data;
        other[2] = value;
        other.Pc = HartBench.Code + 0x100;
        other.Step();
    }
}
