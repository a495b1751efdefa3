namespace Misuse.Rules;

/// <summary>A vCPU of the emulator.</summary>
public sealed class Cpu
{
    [VcpuState]
    public long Pc { get; set; }

    [VcpuState]
    public bool Halted { get; set; }

    [VcpuState]
    public void Reset() => Pc = 0;
}
