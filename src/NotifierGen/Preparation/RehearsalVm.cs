namespace NotifierGen.Preparation;

/// <summary>A machine that stands still, or not, because a rehearsal says so.</summary>
internal sealed class RehearsalVm : IVirtualMachine
{
    public bool IsRunning { get; private set; } = true;

    public void Stop() => IsRunning = false;

    public void Start() => IsRunning = true;
}
