using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <content>Conditions: the states in which they hold, and those in which they do not.</content>
internal sealed partial class Evaluator
{
    private (VmState Yes, VmState No) EvalCondition(Effect condition, VmState state)
    {
        switch (condition)
        {
            case Effect.Constant constant:
                return constant.Value ? (state, default) : (default, state);

            case Effect.Not not:
                (VmState yes, VmState no) = EvalCondition(not.Condition, state);
                return (no, yes);

            case Effect.AndOr both:
                (VmState leftYes, VmState leftNo) = EvalCondition(both.Left, state);
                if (both.IsOr)
                {
                    (VmState rightYes, VmState rightNo) = EvalCondition(both.Right, leftNo);
                    return (leftYes | rightYes, rightNo);
                }

                (VmState alsoYes, VmState alsoNo) = EvalCondition(both.Right, leftYes);
                return (alsoYes, leftNo | alsoNo);

            case Effect.After after:
                return EvalCondition(after.Condition, Eval(after.Prelude, state));

            case Effect.Test test:
                _isStateful = true;
                VmState stopped = Refine(test.Guard, state);
                VmState running = state;
                return test.StoppedWhen != Is(AnalysisVariant.RunningBranchIsStopped) ? (stopped, running) : (running, stopped);

            case Effect.TestParameter test:
                return EvalTestParameter(test, state);

            case Effect.TestCall test:
                VmState called = EvalCall(test.Tested, state);
                return test.Tested.Targets.Length == 1 && test.Tested.Targets[0].HasBody && _solver.Body(test.Tested.Targets[0].Body).ReturnedTest is { } returned
                    ? EvalCondition(returned, called)
                    : (called, called);

            case Effect.If choice:
                (VmState then, VmState otherwise) = EvalCondition(choice.Condition, state);
                (VmState thenYes, VmState thenNo) = EvalCondition(choice.Then, then);
                (VmState otherwiseYes, VmState otherwiseNo) = EvalCondition(choice.Else, otherwise);
                return (thenYes | otherwiseYes, thenNo | otherwiseNo);

            case Effect.Sequence { Items: { Length: > 0 } items }:
                for (int i = 0; i < items.Length - 1; i++)
                {
                    state = Eval(items[i], state);
                }

                Effect last = items[items.Length - 1];
                return IsCondition(last) ? EvalCondition(last, state) : Both(Eval(last, state));

            default:
                return IsCondition(condition) ? (state, state) : Both(Eval(condition, state));
        }
    }

    private static (VmState, VmState) Both(VmState state) => (state, state);

    private static bool IsCondition(Effect effect) => effect is Effect.Constant or Effect.Not or Effect.AndOr or Effect.After or Effect.Test or Effect.TestParameter
        or Effect.TestCall;

    private (VmState, VmState) EvalTestParameter(Effect.TestParameter test, VmState state)
    {
        if (_context.Environment[test.Part, test.Ordinal] is not { IsEmpty: false } values)
        {
            return (state, state);
        }

        bool mayBe = false;
        bool mayDiffer = false;
        foreach (Value value in values.Values)
        {
            bool isOther = value is Value.Constant constant && !constant.Literal.Equals(test.Wanted);
            mayDiffer |= isOther || value is not Value.Constant;
            mayBe |= !isOther;
        }

        return (mayBe ? state : default, mayDiffer ? state : default);
    }

    /// <summary>The test says that the vCPUs are stopped.</summary>
    private VmState Refine(Guard guard, VmState state)
    {
        if (guard == Guard.Live || Is(AnalysisVariant.SnapshotGuardsAreLive))
        {
            return state.With(VmStates.Stopped);
        }

        // What was known before a resume says nothing of the time after it, nor does it to code that runs later.
        VmStates known = state.Vm & (VmStates.Stopped | VmStates.Unknown | VmStates.MayRun);
        return state.With((known == VmStates.None ? VmStates.None : VmStates.Stopped) | (state.Vm & (VmStates.Resumed | VmStates.Later)));
    }
}
