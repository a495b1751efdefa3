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
        List<(VmState State, int[] Excluded)> failed = [];
        for (int i = 0; i < choice.Arms.Length; i++)
        {
            Effect.Arm arm = choice.Arms[i];
            if (arm.Condition is not { } condition)
            {
                continue;
            }

            remaining |= TakeOut(failed, i);
            (VmState matched, remaining) = EvalCondition(condition, remaining);
            if (arm.Guard is { } guard)
            {
                (matched, VmState unguarded) = EvalCondition(guard, matched);
                failed.Add((unguarded, arm.Excluded));
            }

            exit |= Eval(arm.Body, matched);
        }

        remaining |= TakeOut(failed, arm: -1);
        foreach (Effect.Arm arm in choice.Arms)
        {
            if (arm.Condition is null)
            {
                exit |= Eval(arm.Body, remaining);
            }
        }

        return (choice.IsExhaustive ? exit : exit | remaining) | LabelState(choice.ExitLabel);
    }

    /// <summary>What comes to an arm from guards that did not hold.</summary>
    private static VmState TakeOut(List<(VmState State, int[] Excluded)> failed, int arm)
    {
        VmState state = default;
        for (int i = failed.Count - 1; i >= 0; i--)
        {
            if (Array.IndexOf(failed[i].Excluded, arm) < 0)
            {
                state |= failed[i].State;
                failed.RemoveAt(i);
            }
        }

        return state;
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
