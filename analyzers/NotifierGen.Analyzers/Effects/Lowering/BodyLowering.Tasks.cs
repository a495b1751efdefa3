using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Tasks and threads that run beside the statements behind the one that starts them.</content>
internal sealed partial class BodyLowering
{
    private readonly List<Running> _running = [];
    private IReadOnlyList<IOperation> _waitedCalls = [];
    private CallMode _waitMode;

    // Within a block that is lowered once for each time at which its task may run: what is nested in it is lowered once, or there would be no end of it.
    private bool _isManifold;

    // What was started and perhaps not waited for yet runs beside the statements that follow. If it has been left behind, it only changes the VM.
    private void EmitRunning()
    {
        foreach (Running running in _running)
        {
            Emit(running.Rest is not null ? AnyTimes(running.Program) : new Effect.Meanwhile(running.Program));
        }
    }

    private Effect.Loop Never() => new(null, Effect.Nothing, Effect.Nothing, testsFirst: false, NewLabel(), NewLabel());

    private Effect.Loop AnyTimes(Effect program) => new(Effect.Nothing, program, Effect.Nothing, testsFirst: true, NewLabel(), NewLabel());

    // What a task throws is in the task until somebody waits for it, and the VM as the exception left it. What a thread throws ends the process.
    private static Effect Beside(Effect program, TaskStart started) => FrameworkTypes.IsOfTasks(started.Local.Type)
        ? new Effect.Try(program, [new Effect.Catch(null, Effect.Nothing, catchesAll: true)], null, [])
        : program;

    private void Waited(IOperation statement, TaskStart task)
    {
        (_waitedCalls, _waitMode) = (task.Calls, task.Mode);
        Visit(statement);
        _waitedCalls = [];
    }

    /// <summary>
    /// A task that is started here and awaited further down in the same block: its code runs somewhere in between, so it counts at the start and
    /// after every statement up to the await, in any order with the tasks that are started meanwhile. If there are such statements, it may also not
    /// have run before the await. Gives the index of the last statement.
    /// </summary>
    private int LowerOverlapping(IReadOnlyList<IOperation> statements, int start, TaskStart task)
    {
        if (!ChangesBetween(statements, start, task))
        {
            return LowerOverlapping(statements, start, task, RunsEarly.Perhaps);
        }

        // What happens in between may undo what the task has done by then, so whoever has run early does not run late.
        int end = start;
        if (_isManifold)
        {
            return LowerOverlapping(statements, start, task, RunsEarly.PerhapsOnly);
        }

        _isManifold = true;
        Effect early = Capture(() => end = LowerOverlapping(statements, start, task, RunsEarly.Yes));
        Effect failed = Capture(() => end = LowerOverlapping(statements, start, task, RunsEarly.Fails));
        Effect late = Capture(() => end = LowerOverlapping(statements, start, task, RunsEarly.No));
        _isManifold = false;
        Emit(new Effect.If(Effect.Nothing, early, new Effect.If(Effect.Nothing, failed, late)));
        return end;
    }

    private int LowerOverlapping(IReadOnlyList<IOperation> statements, int start, TaskStart task, RunsEarly runsEarly)
    {
        Effect running = Effect.Nothing;
        var late = new List<Effect>();
        int end = task.End;
        for (int i = start; i <= end; i++)
        {
            int statement = i;
            if ((i == start ? task : TaskStart.Of(statements, i)) is { IsCertain: true } started)
            {
                Effect whole = Capture(() => Waited(statements[statement], started));
                end = Math.Max(end, started.End);
                bool isAtOnce = end == i + 1 && statements[end] is not ITryOperation;
                Effect beside = Beside(whole, started);
                if (isAtOnce)
                {
                    Emit(whole);
                }
                else
                {
                    StartBeside(beside, whole, runsEarly, late);
                }

                running = new Effect.If(Effect.Nothing, beside, running);
            }
            else if (statements[i] is ITryOperation)
            {
                _running.Add(new Running(statements, i, running, task.Local, Joined(late)));
                Visit(statements[i]);
                _running.RemoveAll(beside => beside.Rest is not null && beside.Block == statements);
                continue;
            }
            else
            {
                if (i == end)
                {
                    late.ForEach(Emit);
                }

                Visit(statements[i]);
            }

            Emit(AnyTimes(running));
        }

        return end;
    }

    private void StartBeside(Effect beside, Effect whole, RunsEarly runsEarly, List<Effect> late)
    {
        Effect perhaps = new Effect.If(Effect.Nothing, beside, Effect.Nothing);
        switch (runsEarly)
        {
            case RunsEarly.Yes:
                Emit(new Effect.Try(whole, [new Effect.Catch(null, Never(), catchesAll: true)], null, []));
                break;

            case RunsEarly.Fails:
                Emit(beside);
                late.Add(Effect.Throw.Instance);
                break;

            case RunsEarly.No:
                late.Add(whole);
                break;

            case RunsEarly.Perhaps:
                Emit(perhaps);
                late.Add(whole);
                break;

            default:
                Emit(perhaps);
                late.Add(new Effect.If(Effect.Nothing, whole, Effect.Nothing));
                break;
        }
    }

    /// <summary>Whether the VM may be changed between the start of a task and the await by something else than what is started meanwhile and awaited too.</summary>
    private static bool ChangesBetween(IReadOnlyList<IOperation> statements, int start, TaskStart task)
    {
        int end = task.End;
        for (int i = start + 1; i <= end; i++)
        {
            if (TaskStart.Of(statements, i) is { IsCertain: true } started)
            {
                end = Math.Max(end, started.End);
            }
            else if (statements[i] is ITryOperation || (i < end && statements[i].DescendantsAndSelf().Any(TaskStart.RunsCode)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A task or thread that may run beside the statements that follow.</summary>
    /// <param name="Block">The statements.</param>
    /// <param name="End">The last of them.</param>
    /// <param name="Program">What it does.</param>
    /// <param name="Local">What holds it.</param>
    /// <param name="Rest">
    /// What has run when the block has waited for it; null: it has been left behind, and what it touches was said where it was started.
    /// </param>
    private sealed record Running(IReadOnlyList<IOperation> Block, int End, Effect Program, ILocalSymbol Local, Effect? Rest);
}
