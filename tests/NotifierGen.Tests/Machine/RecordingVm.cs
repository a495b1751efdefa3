namespace NotifierGen.Tests.Machine;

/// <summary>A VM that writes "stop" and "run" into a log and throws on demand.</summary>
internal sealed class RecordingVm(List<string> log, bool running = true) : IVirtualMachine
{
    public bool IsRunning { get; set; } = running;

    public Exception? ThrowOnStart { get; set; }

    public Exception? ThrowOnStop { get; set; }

    /// <summary>What it throws when it has stopped.</summary>
    public Exception? ThrowOnceStopped { get; set; }

    public void Stop()
    {
        if (ThrowOnStop is not null)
        {
            throw ThrowOnStop;
        }

        if (IsRunning)
        {
            IsRunning = false;
            log.Add("stop");
        }

        if (ThrowOnceStopped is not null)
        {
            throw ThrowOnceStopped;
        }
    }

    public void Start()
    {
        if (ThrowOnStart is not null)
        {
            throw ThrowOnStart;
        }

        if (!IsRunning)
        {
            IsRunning = true;
            log.Add("run");
        }
    }
}
