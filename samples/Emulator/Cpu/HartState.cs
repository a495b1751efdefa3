namespace Emulator.Cpu;

/// <summary>Everything a stopped hart consists of: what is sent to a destination and put into its hart.</summary>
internal sealed record HartState
{
    public required ulong Pc { get; init; }

    /// <summary>x0 to x31.</summary>
    public required ulong[] Registers { get; init; }

    public required ulong Mstatus { get; init; }

    public required ulong Mie { get; init; }

    public required ulong Mtvec { get; init; }

    public required ulong Mscratch { get; init; }

    public required ulong Mepc { get; init; }

    public required ulong Mcause { get; init; }

    public required ulong Mtval { get; init; }

    public required ulong Cycles { get; init; }

    public required ulong Retired { get; init; }
}
