namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>A thread of the monitor: a task with another name.</summary>
public sealed class Thread
{
    private readonly Action _code;
    private Task? _task;

    public Thread(Action code) => _code = code;

    public void Start() => _task = Task.Run(() => Execution.Current.EndOnException(_code));

    public void Join()
    {
        if (_task is not null)
        {
            Execution.Current.WaitFor(_task);
        }
    }
}
