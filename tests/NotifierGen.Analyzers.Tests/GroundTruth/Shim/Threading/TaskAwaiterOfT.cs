using System.Runtime.CompilerServices;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>Awaits a task with a result, or blocks on it.</summary>
public sealed class TaskAwaiter<T> : ICriticalNotifyCompletion, ITaskAwaiter
{
    private readonly Task<T> _task;

    internal TaskAwaiter(Task<T> task) => _task = task;

    public bool IsCompleted => _task.IsCompleted;

    Task ITaskAwaiter.Awaited => _task;

    public T GetResult() => _task.Result;

    public void OnCompleted(Action continuation) => _task.WhenCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => _task.WhenCompleted(continuation);
}
