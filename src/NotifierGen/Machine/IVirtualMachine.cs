namespace NotifierGen;

/// <summary>The machine whose guest migrates, as far as a session needs it. Implemented by the emulator.</summary>
/// <remarks>A session calls it from the thread that uses the session.</remarks>
public interface IVirtualMachine
{
    /// <summary>Whether vCPUs may run.</summary>
    [VmStoppedWhen(false)]
    bool IsRunning { get; }

    /// <summary>Stops every vCPU and returns when none runs any more. Does nothing if they are stopped.</summary>
    [PausesVm]
    void Stop();

    /// <summary>Lets the vCPUs run. Does nothing if they run.</summary>
    [ResumesVm]
    void Start();
}
