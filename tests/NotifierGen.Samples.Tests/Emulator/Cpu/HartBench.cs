using Emulator.Bus;
using Emulator.Cpu;
using Emulator.Memory;

namespace NotifierGen.Samples.Tests.Emulator.Cpu;

/// <summary>Harts on a bench: RAM, a bus with a CLINT and a UART, no threads of their own.</summary>
internal sealed class HartBench : IDisposable
{
    public const ulong Code = GuestMemory.BaseAddress;
    public const ulong Data = GuestMemory.BaseAddress + 0x4000;
    public const ulong Handler = GuestMemory.BaseAddress + 0x2000;

    public HartBench(int harts = 1)
    {
        Clint = new Clint(harts, Clock);
        var bus = new SystemBus();
        bus.Attach(Clint);
        bus.Attach(new Uart());
        var reservations = new Reservations(harts);
        Harts = [.. Enumerable.Range(0, harts).Select(id => new Hart(id, Memory, bus, Clint, reservations))];
        foreach (Hart hart in Harts)
        {
            hart.Load(hart.Save() with { Mtvec = Handler, Pc = Code });
        }
    }

    public GuestMemory Memory { get; } = new(64 * 1024);

    public VirtualClock Clock { get; } = new();

    public Clint Clint { get; }

    public Hart[] Harts { get; }

    public Hart Hart => Harts[0];

    public HartState State => Hart.Save();

    /// <summary>Executes one instruction with the given values in x1 and x2.</summary>
    /// <returns>What is in x3 afterwards.</returns>
    public ulong Execute(uint word, ulong x1 = 0, ulong x2 = 0)
    {
        Hart[1] = x1;
        Hart[2] = x2;
        Run(word);
        return Hart[3];
    }

    /// <summary>Puts instructions at the beginning of the code and executes each of them once, in a row.</summary>
    public void Run(params uint[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            Memory.TryWrite(Code + (ulong)(4 * i), words[i]);
        }

        Hart.Pc = Code;
        for (int i = 0; i < words.Length; i++)
        {
            Hart.Step();
        }
    }

    public T Read<T>(ulong address)
        where T : unmanaged
    {
        Assert.True(Memory.TryRead(address, out T value));
        return value;
    }

    public void Write<T>(ulong address, T value)
        where T : unmanaged => Assert.True(Memory.TryWrite(address, value));

    public void AssertTrapped(TrapCause cause, ulong value)
    {
        HartState state = State;
        Assert.Equal((Handler, (ulong)cause, value, Code), (state.Pc, state.Mcause, state.Mtval, state.Mepc));
    }

    public void Dispose()
    {
        Clint.Dispose();
        Memory.Dispose();
    }
}
