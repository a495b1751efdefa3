using System.Runtime.CompilerServices;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

#pragma warning disable CA1000, CA1045 // The compiler wants these signatures.

/// <summary>What the compiler builds async methods with a result with.</summary>
public sealed class TaskBuilder<T>
{
    private readonly AsyncBody _body;

    private TaskBuilder() => _body = new AsyncBody(Task);

    public Task<T> Task { get; } = new();

    public static TaskBuilder<T> Create() => new();

    public void Start<TMachine>(ref TMachine stateMachine)
        where TMachine : IAsyncStateMachine => _body.Start(ref stateMachine);

    public void SetStateMachine(IAsyncStateMachine stateMachine) => _ = stateMachine;

    public void SetResult(T result)
    {
        Task.Value = result;
        Task.Complete(null);
    }

    public void SetException(Exception exception) => Task.Complete(exception);

    public void AwaitOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TMachine : IAsyncStateMachine => _body.Await(ref awaiter, ref stateMachine);

    public void AwaitUnsafeOnCompleted<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TMachine : IAsyncStateMachine => _body.Await(ref awaiter, ref stateMachine);
}
