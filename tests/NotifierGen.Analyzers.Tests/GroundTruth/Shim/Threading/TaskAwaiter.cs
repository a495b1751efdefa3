using System.Runtime.CompilerServices;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>Awaits a task of the monitor, or blocks on it.</summary>
public sealed class TaskAwaiter : ICriticalNotifyCompletion, ITaskAwaiter
{
    private readonly Task _task;

    internal TaskAwaiter(Task task) => _task = task;

    public bool IsCompleted => _task.IsCompleted;

    Task ITaskAwaiter.Awaited => _task;

    public void GetResult() => _task.Wait();

    public void OnCompleted(Action continuation) => _task.WhenCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => _task.WhenCompleted(continuation);
}
