namespace NotifierGen.Benchmarks.Dispatch.Listeners;

/// <summary>A machine whose stop and start take no time.</summary>
internal sealed class StillVm : IVirtualMachine
{
    public bool IsRunning { get; private set; } = true;

    public void Stop() => IsRunning = false;

    public void Start() => IsRunning = true;
}
