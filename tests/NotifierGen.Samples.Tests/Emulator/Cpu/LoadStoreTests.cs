using Emulator.Cpu;

namespace NotifierGen.Samples.Tests.Emulator.Cpu;

public sealed class LoadStoreTests : IDisposable
{
    private const uint Load = 0x03;
    private const ulong Uart = 0x1000_0000;

    private readonly HartBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("lb", 0, 0xFFFF_FFFF_FFFF_FF88)]
    [InlineData("lh", 1, 0xFFFF_FFFF_FFFF_8788)]
    [InlineData("lw", 2, 0xFFFF_FFFF_8586_8788)]
    [InlineData("ld", 3, 0x8182_8384_8586_8788)]
    [InlineData("lbu", 4, 0x88)]
    [InlineData("lhu", 5, 0x8788)]
    [InlineData("lwu", 6, 0x8586_8788)]
    public void LoadsExtendAsTheirNameSays(string what, uint funct3, ulong expected)
    {
        _bench.Write(HartBench.Data, 0x8182_8384_8586_8788);
        Assert.True(expected == _bench.Execute(Encode.I(Load, funct3, -8), HartBench.Data + 8), what);
    }

    [Theory]
    [InlineData(0, 0x1111_1111_1111_1188)]
    [InlineData(1, 0x1111_1111_1111_7788)]
    [InlineData(2, 0x1111_1111_5566_7788)]
    [InlineData(3, 0x1122_3344_5566_7788)]
    public void StoresChangeTheirBytesOnly(uint funct3, ulong expected)
    {
        foreach (int offset in (int[])[0, 8, -8, 2040, -2048])
        {
            ulong address = HartBench.Data + (ulong)offset;
            _bench.Write(address, 0x1111_1111_1111_1111);
            _bench.Execute(Encode.S(funct3, offset), HartBench.Data, 0x1122_3344_5566_7788);
            Assert.Equal(expected, _bench.Read<ulong>(address));
        }
    }

    [Fact]
    public void MisalignedAccessesToRamWorkAcrossPages()
    {
        ulong address = HartBench.Data - 3;
        _bench.Execute(Encode.S(3, 0), address, 0x1122_3344_5566_7788);
        Assert.Equal(0x1122_3344_5566_7788UL, _bench.Execute(Encode.I(Load, 3, 0), address));
    }

    [Fact]
    public void AMisalignedStoreDirtiesBothPages()
    {
        _bench.Write(HartBench.Code, Encode.S(3, 0));
        _bench.Memory.MarkAllClean();
        _bench.Hart[1] = HartBench.Data - 1;
        _bench.Hart.Step();
        Assert.Equal(2, _bench.Memory.CountDirty());
    }

    [Theory]
    [InlineData(HartBench.Code - 8)]
    [InlineData(HartBench.Code + 0x1_0000)]
    [InlineData(0x5000_0000)]
    [InlineData(ulong.MaxValue - 7)]
    public void AccessesToNothingTrap(ulong address)
    {
        _bench.Execute(Encode.I(Load, 3, 0), address);
        _bench.AssertTrapped(TrapCause.LoadAccessFault, address);
        _bench.Execute(Encode.S(3, 0), address);
        _bench.AssertTrapped(TrapCause.StoreAccessFault, address);
    }

    [Fact]
    public void MisalignedAccessesToDevicesTrap()
    {
        _bench.Execute(Encode.I(Load, 2, 0), Uart + 1);
        _bench.AssertTrapped(TrapCause.LoadAddressMisaligned, Uart + 1);
        _bench.Execute(Encode.S(2, 0), Uart + 1);
        _bench.AssertTrapped(TrapCause.StoreAddressMisaligned, Uart + 1);
    }

    [Fact]
    public void ALoadThatTrapsLeavesItsRegisterAlone()
    {
        _bench.Hart[3] = 42;
        Assert.Equal(42UL, _bench.Execute(Encode.I(Load, 3, 0), 0x5000_0000));
    }

    [Fact]
    public void AFetchFromNowhereTraps()
    {
        _bench.Hart.Pc = 0x5000_0000;
        _bench.Hart.Step();
        HartState state = _bench.State;
        Assert.Equal(((ulong)TrapCause.InstructionAccessFault, 0x5000_0000UL, 0x5000_0000UL), (state.Mcause, state.Mtval, state.Mepc));
    }
}
