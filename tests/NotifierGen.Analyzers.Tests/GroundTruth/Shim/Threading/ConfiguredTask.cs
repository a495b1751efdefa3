namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>What ConfigureAwait returns; contexts make no difference here.</summary>
public sealed class ConfiguredTask
{
    private readonly Task _task;

    internal ConfiguredTask(Task task, bool continueOnCapturedContext)
    {
        _ = continueOnCapturedContext;
        _task = task;
    }

    public TaskAwaiter GetAwaiter() => _task.GetAwaiter();
}
