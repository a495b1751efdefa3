namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>What ConfigureAwait of a task with a result returns.</summary>
public sealed class ConfiguredTask<T>
{
    private readonly Task<T> _task;

    internal ConfiguredTask(Task<T> task, bool continueOnCapturedContext)
    {
        _ = continueOnCapturedContext;
        _task = task;
    }

    public TaskAwaiter<T> GetAwaiter() => _task.GetAwaiter();
}
