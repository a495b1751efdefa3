using System.Runtime.CompilerServices;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>The part that builders of async methods share: the state machine, and the task that it completes.</summary>
internal sealed class AsyncBody(Task task)
{
    private IAsyncStateMachine? _machine;

    public void Start<TMachine>(ref TMachine machine)
        where TMachine : IAsyncStateMachine
    {
        // The first part runs in the caller, on the caller's copy of the machine.
        Execution execution = Execution.Current;
        TMachine local = machine;
        execution.RunAs(task, () => local.MoveNext());
        machine = local;
    }

    public void Await<TAwaiter, TMachine>(ref TAwaiter awaiter, ref TMachine machine)
        where TAwaiter : INotifyCompletion
        where TMachine : IAsyncStateMachine
    {
        _machine ??= machine;
        task.WaitingOn = (awaiter as ITaskAwaiter)?.Awaited;
        awaiter.OnCompleted(Resume);
    }

    private void Resume()
    {
        task.WaitingOn = null;
        Execution.Current.RunAs(task, _machine!.MoveNext);
    }
}
