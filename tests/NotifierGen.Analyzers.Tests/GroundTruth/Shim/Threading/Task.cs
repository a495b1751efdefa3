using System.Runtime.CompilerServices;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>
/// The monitor's task. Programs are compiled against the framework's for the analyzer and against this one for the monitor, where nothing runs on
/// another thread: what a task runs or waits for is run when somebody blocks on it, or when the handler has returned.
/// </summary>
[AsyncMethodBuilder(typeof(TaskBuilder))]
public class Task
{
    private readonly List<Action> _continuations = [];
    private Action? _work;

    internal Task()
    {
    }

    public static Task CompletedTask { get; } = new() { IsCompleted = true };

    public bool IsCompleted { get; private set; }

    /// <summary>What the body behind this task awaits, if that is a task.</summary>
    internal Task? WaitingOn { get; set; }

    /// <summary>Whether its code, run before anybody waited for it, set the VM's state.</summary>
    internal bool ChangedTheVm { get; private set; }

    internal Exception? Error { get; private set; }

    public static Task Run(Action action) => new Task().Started(action);

    public static Task<T> Run<T>(Func<T> function)
    {
        var task = new Task<T>();
        task.Started(() => task.Value = function());
        return task;
    }

    public static Task Run(Func<Task> function) => new Task().Started(() =>
    {
        Task inner = function();
        Execution.Current.WaitFor(inner);
        inner.ThrowError();
    });

    public static Task<T> FromResult<T>(T value)
    {
        var task = new Task<T> { Value = value };
        task.Complete(null);
        return task;
    }

    public static Pending Delay(int milliseconds) => O.Pending(milliseconds);

    public static Pending Yield() => new(false);

    public static Task WhenAll(params Task[] tasks) => new Task().StartedLate(() => WaitAll(tasks));

    public static void WaitAll(params Task[] tasks)
    {
        foreach (Task task in tasks)
        {
            Execution.Current.WaitFor(task);
        }

        foreach (Task task in tasks)
        {
            task.ThrowError();
        }

        Execution.Current.Reach();
    }

    public TaskAwaiter GetAwaiter() => new(this);

    public ConfiguredTask ConfigureAwait(bool continueOnCapturedContext) => new(this, continueOnCapturedContext);

    public void Wait()
    {
        Execution.Current.WaitFor(this);
        ThrowError();
        Execution.Current.Reach();
    }

    public Task ContinueWith(Action<Task> continuation)
    {
        var next = new Task();
        Execution.Current.Reach();
        next._work = () => continuation(this);
        Execution.Current.Defer(() => next.TryRunWork());
        return next;
    }

    internal void ThrowError()
    {
        if (Error is not null)
        {
            throw Error;
        }
    }

    internal void WhenCompleted(Action continuation)
    {
        if (IsCompleted)
        {
            continuation();
        }
        else
        {
            _continuations.Add(continuation);
        }
    }

    internal void Complete(Exception? error)
    {
        Error = error;
        IsCompleted = true;
        foreach (Action continuation in _continuations)
        {
            continuation();
        }
    }

    /// <summary>Runs the code that the task was started with, unless it runs or ran already.</summary>
    internal bool TryRunWork()
    {
        if (_work is not { } work)
        {
            return false;
        }

        _work = null;
        Execution execution = Execution.Current;
        int changes = execution.Changes;
        Exception? error = null;
        execution.RunBeside(() =>
        {
#pragma warning disable CA1031 // A task keeps whatever its code throws.
            try
            {
                work();
            }
            catch (Exception exception)
            {
                error = exception;
            }
#pragma warning restore CA1031
        });
        ChangedTheVm = execution.Changes != changes;

        // Who waits for the task may not be who awaits it.
        execution.RunBeside(() => Complete(error));
        return true;
    }

    internal Task Started(Action work)
    {
        Execution.Current.Reach();
        _work = work;
        if (!Execution.Current.StartsEarly(this) || !TryRunWork())
        {
            Execution.Current.Defer(() => TryRunWork());
        }

        return this;
    }

    private Task StartedLate(Action work)
    {
        _work = work;
        Execution.Current.Defer(() => TryRunWork());
        return this;
    }
}
