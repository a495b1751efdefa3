using Task = NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading.Task;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <content>What runs on other threads, as a continuation, or after the handler.</content>
internal sealed partial class Execution
{
    private const int OrderSite = -20;

    private readonly List<Work> _queue = [];
    private readonly HashSet<object> _born = new(ReferenceEqualityComparer.Instance);
    private readonly List<Task> _ranEarly = [];
    private int _changes;

    /// <summary>The async body that is being executed, if any.</summary>
    public Task? Body { get; private set; }

    /// <summary>How often the VM's state was set.</summary>
    public int Changes => _changes;

    public void Born(object created) => _born.Add(created);

    /// <summary>Leaves code behind; it runs when the handler has returned and the VM was started, unless somebody takes it before that.</summary>
    public void Defer(Action code) => _queue.Add(new Work(code, null, _statement));

    /// <summary>A call that is given code for later; it may throw instead.</summary>
    public void Accept(Action code)
    {
        Reach();
        Defer(code);
    }

    /// <summary>What follows an await, in the body that is being executed.</summary>
    public void Suspend(Action continuation) => _queue.Add(new Work(continuation, Body, _statement));

    /// <summary>Runs code of an async body.</summary>
    public void RunAs(Task body, Action code)
    {
        Task? outer = Body;
        Body = body;
        try
        {
            code();
        }
        finally
        {
            Body = outer;
        }
    }

    /// <summary>Runs code that belongs to another thread while this one waits for it, or could.</summary>
    public void RunBeside(Action code)
    {
        Timing outer = _timing;
        SetTiming(outer == Timing.Later ? Timing.Later : Timing.Beside);
        try
        {
            code();
        }
        finally
        {
            SetTiming(outer);
        }
    }

    /// <summary>Runs a thread's code: what it throws ends the process.</summary>
    public void EndOnException(Action code)
    {
#pragma warning disable CA1031 // Whatever it is.
        try
        {
            code();
        }
        catch (Exception)
        {
            End();
        }
#pragma warning restore CA1031
    }

    /// <summary>A task whose code could run at once does so, if the input says so. That only counts if somebody waits for it later.</summary>
    public bool StartsEarly(Task task)
    {
        if (_timing == Timing.Later || !Answer(OrderSite - 1))
        {
            return false;
        }

        _ranEarly.Add(task);
        return true;
    }

    /// <summary>Blocks until a task is through, by running what it waits for and nothing else.</summary>
    public void WaitFor(Task task)
    {
        Step(-7);
        _ranEarly.Remove(task);
        while (!task.IsCompleted)
        {
            if (!task.TryRunWork() && !(task.WaitingOn is { IsCompleted: false } inner && WaitedFor(inner)) && !RunContinuationOf(task))
            {
                End();
            }
        }
    }

    private bool WaitedFor(Task task)
    {
        WaitFor(task);
        return true;
    }

    private bool RunContinuationOf(Task body)
    {
        int index = _queue.FindIndex(work => work.Body == body);
        if (index < 0)
        {
            return false;
        }

        Work work = _queue[index];
        _queue.RemoveAt(index);
        RunBeside(work.Code);
        return true;
    }

    private void EndOfHandler()
    {
        NoticeWrites();

        // Nobody but the handler changes the VM's state while it runs: that is assumed (A2), so where a task did so that nobody waited for, what
        // was seen need not be known.
        if (_ranEarly.Exists(static task => task.ChangedTheVm))
        {
            Observation[] seen = [.. _observed];
            _observed.Clear();
            _observed.UnionWith(seen.Select(static observation => observation with { IsExcused = true }));
            _isOver = true;
        }
    }

    private void RunWhatIsLeft(IFieldHarvest fields)
    {
        SetTiming(Timing.Later);
        bool isHarvested = false;
        while (!_isOver)
        {
            if (_queue.Count == 0)
            {
                if (isHarvested)
                {
                    return;
                }

                isHarvested = true;
                _statement = -1;
                _queue.AddRange(fields.CodeIn(_born, this).Select(static code => new Work(code, null, -1)));
                continue;
            }

            Work next = _queue[0];
            if (_queue.Count > 1)
            {
                Guarded(() => next = Decide(OrderSite) ? _queue[^1] : _queue[0]);
            }

            _queue.Remove(next);
            _statement = next.Statement;
            NoticeWrites();
            _condition = VmCondition.Running;
            Guarded(next.Code);
        }
    }

    /// <summary>Before each element that somebody asks a sequence for, the VM may have been started.</summary>
    public void SomebodyStartsTheVm()
    {
        NoticeWrites();
        _condition = VmCondition.Running;
    }

    private void Guarded(Action code)
    {
#pragma warning disable CA1031 // Whatever generated code throws, the execution goes on behind it.
        try
        {
            code();
        }
        catch (Exception)
        {
        }
#pragma warning restore CA1031

        Body = null;
        NoticeWrites();
    }

    private sealed record Work(Action Code, Task? Body, int Statement);
}
