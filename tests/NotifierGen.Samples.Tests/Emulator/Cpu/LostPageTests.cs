using Emulator.Cpu;
using Emulator.Memory;

namespace NotifierGen.Samples.Tests.Emulator.Cpu;

/// <summary>An instruction that needs a page that will not come has changed nothing, so that it can be tried again.</summary>
public sealed class LostPageTests : IDisposable
{
    private const ulong Lost = HartBench.Data;
    private const ulong Before = Lost - 4;

    private readonly HartBench _bench = new();

    [Theory]
    [InlineData(0x0000_B183U, Lost)] // ld x3, 0(x1)
    [InlineData(0x0000_B183U, Before)]
    [InlineData(0x0020_B023U, Lost)] // sd x2, 0(x1)
    [InlineData(0x0020_B023U, Before)]
    [InlineData(0x1000_B1AFU, Lost)] // lr.d x3, (x1)
    [InlineData(0x0020_B1AFU, Lost)] // amoadd.d x3, x2, (x1)
    public void TheHartStandsWhereItStood(uint word, ulong address)
    {
        _bench.Memory.TryWrite(HartBench.Code, word);
        _bench.Memory.TryWrite(Lost - 8, 0x5555_5555_5555_5555UL);
        _bench.Hart[1] = address;
        _bench.Hart[2] = ulong.MaxValue;
        _bench.Hart[3] = 77;
        MissingPages missing = Lose();
        HartState before = _bench.State;

        Assert.Throws<PageLostException>(_bench.Hart.Step);

        Assert.Equivalent(before, _bench.State, strict: true);
        _bench.Memory.TryBring((int)((Lost - GuestMemory.BaseAddress) / GuestMemory.PageSize), []);
        Assert.Equal(0, missing.Left);
        Assert.Equal(0x5555_5555_5555_5555UL, _bench.Read<ulong>(Lost - 8));
        Assert.Equal(0UL, _bench.Read<ulong>(Lost));
        _bench.Hart.Step();
        Assert.Equal(HartBench.Code + 4, _bench.Hart.Pc);
    }

    [Fact]
    public void AnInstructionThatIsLostItselfIsTriedAgain()
    {
        _bench.Hart.Pc = Lost;
        Lose();
        Assert.Throws<PageLostException>(_bench.Hart.Step);
        Assert.Equal((Lost, 0UL), (_bench.Hart.Pc, _bench.State.Retired));
    }

    public void Dispose() => _bench.Dispose();

    private MissingPages Lose()
    {
        var marks = new byte[_bench.Memory.PageCount];
        marks[(Lost - GuestMemory.BaseAddress) / GuestMemory.PageSize] = 1;
        var missing = new MissingPages(marks, _ => { });
        missing.Break("lost in a test");
        _bench.Memory.BeginPostcopy(missing);
        return missing;
    }
}
