using System.Runtime.CompilerServices;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>Something to await at the end of a chain: what follows is queued, unless it is there already.</summary>
public sealed class Pending : ICriticalNotifyCompletion
{
    internal Pending(bool isCompleted) => IsCompleted = isCompleted;

    public bool IsCompleted { get; }

    public Pending GetAwaiter() => this;

    public Pending ConfigureAwait(bool continueOnCapturedContext) => continueOnCapturedContext ? this : this;

    public void GetResult() => Execution.Current.Use(0);

    public void OnCompleted(Action continuation) => Execution.Current.Suspend(continuation);

    public void UnsafeOnCompleted(Action continuation) => Execution.Current.Suspend(continuation);
}
