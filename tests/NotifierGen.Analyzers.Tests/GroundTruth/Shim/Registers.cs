namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>A type whose members are vCPU state, but for one.</summary>
[VcpuState]
public sealed class Registers
{
    public int Accumulator
    {
        get => Execution.Current.Touch(2);
        set => Execution.Current.Touch(value);
    }

    [VcpuSafe]
    public int Count => Execution.Current.Use(3);
}
