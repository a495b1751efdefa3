namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>The VM of generated programs. Each call may throw before or after it has done its work, if the input says so.</summary>
public sealed class Vm : IVirtualMachine
{
    [VmStoppedWhen(false)]
    public bool IsRunning => Execution.Current.IsRunning();

    [VmStoppedWhen(true)]
    public bool IsPaused => !Execution.Current.IsRunning();

    [ResumesVm]
    public void Start() => Execution.Current.Change(VmCondition.Running);

    [PausesVm]
    public void Stop() => Execution.Current.Change(VmCondition.Stopped);

    /// <summary>As an expression, so that the order of evaluation shows.</summary>
    [ResumesVm]
    public int Run(int value)
    {
        Start();
        return value;
    }

    /// <inheritdoc cref="Run"/>
    [PausesVm]
    public int Halt(int value)
    {
        Stop();
        return value;
    }

    [PausesVm]
    public IDisposable PauseScope() => Execution.Current.Acquire();

    [AssertsVmStopped]
    public void AssertStopped() => Execution.Current.AssertStopped();
}
