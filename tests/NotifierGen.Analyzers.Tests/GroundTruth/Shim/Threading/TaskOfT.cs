using System.Runtime.CompilerServices;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>A task with a result.</summary>
[AsyncMethodBuilder(typeof(TaskBuilder<>))]
public sealed class Task<T> : Task
{
    public T Result
    {
        get
        {
            Wait();
            return Value!;
        }
    }

    internal T? Value { get; set; }

    public new TaskAwaiter<T> GetAwaiter() => new(this);

    public new ConfiguredTask<T> ConfigureAwait(bool continueOnCapturedContext) => new(this, continueOnCapturedContext);
}
