namespace Misuse.Rules;

/// <summary>The emulator whose devices are misused here, as far as they see it.</summary>
public sealed class Machine : IVirtualMachine
{
    public bool IsRunning { get; private set; }

    public void Start() => IsRunning = true;

    public void Stop() => IsRunning = false;
}
