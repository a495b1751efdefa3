namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>The one machine that a generated program works on.</summary>
public static class Machine
{
    public static readonly Vm Vm = new();

    /// <summary>The vCPU of the execution on this thread.</summary>
    public static Cpu Cpu
    {
        get
        {
            Execution.Current.Reach();
            return Execution.Current.Cpu;
        }
    }
}
