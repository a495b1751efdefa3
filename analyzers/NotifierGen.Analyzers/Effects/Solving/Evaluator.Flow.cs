using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <content>Choices and loops.</content>
internal sealed partial class Evaluator
{
    private VmState EvalSwitch(Effect.Switch choice, VmState state)
    {
        _labels.Remove((choice.ExitLabel, _copy));
        VmState remaining = state;
        VmState exit = default;
        foreach (Effect.Arm arm in choice.Arms)
        {
            if (arm.Condition is { } condition)
            {
                (VmState matched, remaining) = EvalCondition(condition, remaining);
                exit |= Eval(arm.Body, matched);
            }
        }

        foreach (Effect.Arm arm in choice.Arms)
        {
            if (arm.Condition is null)
            {
                exit |= Eval(arm.Body, remaining);
            }
        }

        return (choice.IsExhaustive ? exit : exit | remaining) | LabelState(choice.ExitLabel);
    }

    private VmState EvalLoop(Effect.Loop loop, VmState state)
    {
        _labels.Remove((loop.ExitLabel, _copy));
        _labels.Remove((loop.ContinueLabel, _copy));
        VmState head = state;
        VmState left;
        while (true)
        {
            VmState enter = head;
            left = default;
            if (loop.TestsFirst && loop.Condition is { } before)
            {
                (enter, left) = EvalCondition(before, head);
            }

            VmState after = Eval(loop.Body, enter) | LabelState(loop.ContinueLabel);
            if (!loop.TestsFirst && loop.Condition is { } behind)
            {
                (after, left) = EvalCondition(behind, after);
            }

            VmState again = head | Eval(loop.Next, after);
            if (again == head || Is(AnalysisVariant.LoopsRunOnce))
            {
                return left | LabelState(loop.ExitLabel);
            }

            head = again;
        }
    }
}
