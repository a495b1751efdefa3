using Emulator.Bus;
using Emulator.Cpu;

namespace NotifierGen.Samples.Tests.Emulator.Cpu;

public sealed class SystemTests : IDisposable
{
    private const uint Mscratch = 0x340;
    private const uint Mstatus = 0x300;
    private const uint Mie = 0x304;
    private const ulong InterruptFlag = 1UL << 63;
    private const uint Wfi = 0x1050_0073;
    private const uint Mret = 0x3020_0073;
    private const uint Nop = 0x0000_0013;

    private readonly HartBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void CsrInstructionsReadThenWriteSetOrClear()
    {
        Assert.Equal(0UL, _bench.Execute(Encode.Csr(1, Mscratch), 0xF0));
        Assert.Equal(0xF0UL, _bench.Execute(Encode.Csr(2, Mscratch), 0x0F));
        Assert.Equal(0xFFUL, _bench.Execute(Encode.Csr(3, Mscratch), 0xF0));
        Assert.Equal(0x0FUL, _bench.Execute(Encode.Csr(5, Mscratch, rs1: 3)));
        Assert.Equal(3UL, _bench.Execute(Encode.Csr(6, Mscratch, rs1: 4)));
        Assert.Equal(7UL, _bench.Execute(Encode.Csr(7, Mscratch, rs1: 1)));
        Assert.Equal(6UL, _bench.Execute(Encode.Csr(2, Mscratch, rs1: 0)));
    }

    [Fact]
    public void ReadOnlyRegistersCanBeReadAndNotWritten()
    {
        Assert.Equal(0UL, _bench.Execute(Encode.Csr(2, 0xF14, rs1: 0)));
        uint write = Encode.Csr(1, 0xF14);
        _bench.Run(write);
        _bench.AssertTrapped(TrapCause.IllegalInstruction, write);
        uint unknown = Encode.Csr(2, 0x180, rs1: 0);
        _bench.Run(unknown);
        _bench.AssertTrapped(TrapCause.IllegalInstruction, unknown);
    }

    [Fact]
    public void MisaTellsRv64ima() => Assert.Equal(0x8000_0000_0000_1101, _bench.Execute(Encode.Csr(2, 0x301, rs1: 0)));

    [Fact]
    public void InstructionsAreCountedAndTheCounterCanBeSet()
    {
        _bench.Run(Encode.Csr(1, 0xB02), Nop, Nop, Encode.Csr(2, 0xB02, rs1: 0));
        Assert.Equal(2UL, _bench.Hart[3]);
    }

    [Fact]
    public void EcallAndEbreakTrapAndMretReturns()
    {
        _bench.Run(0x0000_0073);
        _bench.AssertTrapped(TrapCause.EnvironmentCallFromMachineMode, 0);
        _bench.Run(0x0010_0073);
        _bench.AssertTrapped(TrapCause.Breakpoint, HartBench.Code);
        _bench.Write(HartBench.Handler, Mret);
        _bench.Hart.Step();
        Assert.Equal(HartBench.Code, _bench.Hart.Pc);
    }

    [Fact]
    public void ATimerInterruptIsTakenWhenItIsDueAndLetThrough()
    {
        _bench.Write(HartBench.Code, Nop);
        _bench.Clint.TryWrite(0x4000, 8, 1000);
        _bench.Execute(Encode.Csr(1, Mie), Clint.TimerInterrupt);
        _bench.Execute(Encode.Csr(1, Mstatus), 8);
        _bench.Write(HartBench.Code, Nop);
        _bench.Hart.Pc = HartBench.Code;
        _bench.Hart.Run(1);
        Assert.Equal(HartBench.Code + 4, _bench.Hart.Pc);

        _bench.Clock.Now = 1000;
        _bench.Write(HartBench.Handler, Nop);
        _bench.Hart.Run(1);

        HartState state = _bench.State;
        Assert.Equal((HartBench.Handler + 4, InterruptFlag | 7, HartBench.Code + 4), (state.Pc, state.Mcause, state.Mepc));
        Assert.Equal(0x1880UL, state.Mstatus); // off, and on again after mret
    }

    [Fact]
    public void ASoftwareInterruptGoesFirstAndVectorsCount()
    {
        _bench.Hart.Load(_bench.State with { Mtvec = HartBench.Handler | 1, Mie = 0x88, Mstatus = 8 });
        _bench.Clint.TryWrite(0x4000, 8, 0);
        _bench.Clint.TryWrite(0, 4, 1);
        _bench.Write(HartBench.Handler + 12, Nop);
        _bench.Hart.Run(1);
        Assert.Equal((HartBench.Handler + 16, InterruptFlag | 3), (_bench.State.Pc, _bench.State.Mcause));
    }

    [Fact]
    public void WfiWaitsForAnInterruptAlsoWithInterruptsOff()
    {
        _bench.Write(HartBench.Code, Wfi);
        _bench.Hart.Load(_bench.State with { Mie = Clint.SoftwareInterrupt });
        _bench.Hart.Run(10);
        Assert.True(_bench.Hart.IsWaiting);
        Assert.Equal(HartBench.Code + 4, _bench.Hart.Pc);

        _bench.Clint.TryWrite(0, 4, 1);
        Assert.True(_bench.Hart.HasWakeUp);
        _bench.Hart.Pc = HartBench.Code;
        _bench.Hart.Run(1);
        Assert.False(_bench.Hart.IsWaiting);
    }

    [Fact]
    public void AStateThatIsSavedAndLoadedIsTheSame()
    {
        for (int register = 1; register < 32; register++)
        {
            _bench.Hart[register] = 0x0101_0101_0101_0101 * (ulong)register;
        }

        _bench.Run(Encode.Csr(1, Mscratch), Encode.Csr(1, Mie), 0x0000_0073);
        HartState saved = _bench.State;
        using var other = new HartBench();

        other.Hart.Load(saved);

        HartState loaded = other.State;
        Assert.Equal(saved.Registers, loaded.Registers);
        Assert.Equal(saved with { Registers = [] }, loaded with { Registers = [] }, (a, b) => a!.ToString() == b!.ToString());
    }
}
