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

    // What was started and perhaps not waited for yet runs beside the statements that follow. If it has been left behind, it only changes the VM.
    private void EmitRunning()
    {
        foreach (Running running in _running)
        {
            Emit(running.Rest is not null ? AnyTimes(running.Program) : new Effect.Meanwhile(running.Program));
        }
    }

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
                Emit(isAtOnce ? whole : new Effect.If(Effect.Nothing, beside, Effect.Nothing));
                late.AddRange(isAtOnce ? [] : [whole]);
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
