namespace NotifierGen.Testing.Tests.Machines;

/// <summary>A VM that can be made not to stop or not to start without saying so.</summary>
internal sealed class SwitchVm : IVirtualMachine
{
    public bool IsRunning { get; private set; }

    public bool IgnoresStop { get; set; }

    public bool IgnoresStart { get; set; }

    public void Stop() => IsRunning &= IgnoresStop;

    public void Start() => IsRunning |= !IgnoresStart;
}
