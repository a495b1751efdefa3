namespace Misuse.Rules.BeyondContract;

public abstract class Core
{
    [VcpuState]
    public abstract void Step();
}

public sealed class FastCore(Machine machine) : Core
{
    // Who calls Core.Step knows that it touches vCPU state, and not that it resumes the VM.
    public override void Step() => machine.Start(); // NG1012
}
