namespace NotifierGen.Tests.Preparation;

/// <summary>A VM that calls nothing.</summary>
internal sealed class PlainVm : IVirtualMachine
{
    private bool _isRunning = true;

    public bool IsRunning => _isRunning;

    public void Stop() => _isRunning = false;

    public void Start() => _isRunning = true;
}
