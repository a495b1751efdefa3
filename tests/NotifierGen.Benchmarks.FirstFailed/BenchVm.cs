namespace NotifierGen.Benchmarks.FirstFailed;

/// <summary>A machine whose stop and start take no time.</summary>
internal sealed class BenchVm : IVirtualMachine
{
    private bool _isRunning = true;

    public bool IsRunning => _isRunning;

    public void Stop() => _isRunning = false;

    public void Start() => _isRunning = true;
}
