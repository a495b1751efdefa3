using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <content>Exceptions, and jumps out of what has a finally block.</content>
internal sealed partial class Evaluator
{
    private void Raise(VmState state)
    {
        if (!_solver.Is(AnalysisVariant.NoExceptionEdges))
        {
            _thrown |= state;
            _raised |= state;
        }
    }

    // Whether a finally block, here or in a callee, may change the VM while an exception passes it.
    private bool _changesOnTheWay;

    private VmState EvalTry(Effect.Try guarded, VmState state)
    {
        bool outerChanges = _changesOnTheWay;
        _changesOnTheWay = false;
        (VmState outerThrown, VmState outerRaised) = (_thrown, _raised);
        (_thrown, _raised) = (default, default);
        if (guarded.Finally is not null)
        {
            _frames.Push(new Frame(guarded.Labels));
        }

        VmState left = Eval(guarded.Body, state);
        (VmState thrown, VmState raised) = (_thrown, _raised);
        (_thrown, _raised) = (default, default);
        foreach (Effect.Catch handler in guarded.Catches)
        {
            VmState caught = thrown;
            if (handler.Filter is { } filter)
            {
                (caught, thrown, raised) = EvalFilter(handler, filter, thrown, raised);
            }

            left |= Eval(handler.Body, caught);
            if (handler.CatchesAll && handler.Filter is null)
            {
                (thrown, raised) = (default, default);
            }
        }

        thrown |= _thrown;
        raised |= _raised;
        _changesOnTheWay |= outerChanges;
        (_thrown, _raised) = (outerThrown, outerRaised | raised);
        if (guarded.Finally is not { } final)
        {
            _thrown |= thrown;
            return left;
        }

        Frame frame = _frames.Pop();
        left = EvalFinally(final, 0, left);
        if (!_solver.Is(AnalysisVariant.FinallyWithoutExceptionalState))
        {
            VmState passed = EvalFinally(final, 1, thrown);
            _changesOnTheWay |= passed.Vm != thrown.Vm;
            _thrown |= passed;
        }

        foreach (KeyValuePair<int, VmState> pending in frame.Pending)
        {
            Jump(pending.Key, _solver.Is(AnalysisVariant.JumpsSkipFinally) ? pending.Value : EvalFinally(final, pending.Key + 3, pending.Value));
        }

        return left;
    }

    // As if the block were written once for each way into it (0: from above, 1: with an exception, above: by a jump): what jumps about in one copy
    // does not reach the labels of another.
    private VmState EvalFinally(Effect final, int copy, VmState state)
    {
        int outer = _copy;
        _copy = unchecked((outer * 31) + copy + 1);
        VmState left = Eval(final, state);
        _copy = outer;
        return left;
    }

    /// <summary>A filter runs before the finally blocks between the throw and its catch. Gives the states in the catch, and what is still thrown.</summary>
    private (VmState Caught, VmState Thrown, VmState Raised) EvalFilter(Effect.Catch handler, Effect filter, VmState thrown, VmState raised)
    {
        VmState seen = thrown | raised;
        (VmState yes, VmState no) = EvalCondition(filter, seen);
        if (!_changesOnTheWay && (raised.Vm & ~thrown.Vm) == VmStates.None)
        {
            return (yes, no, no);
        }

        VmStates changes = (yes.Vm | no.Vm) & ~seen.Vm;
        if (changes == VmStates.None)
        {
            return (yes.IsUnreachable ? default : thrown, no.IsUnreachable ? default : thrown, no);
        }

        // The finally blocks would have to be run again from what it left, also those of callees.
        Report(handler.Site, new Effect.Undecided(handler.Site, "an exception filter changes the state of the VM before finally blocks run"), Findings.Undecided, seen);
        return (thrown | yes, thrown | no, no);
    }

    private void Jump(int label, VmState state)
    {
        if (state.IsUnreachable)
        {
            return;
        }

        if (_frames.Count > 0 && !_frames.Peek().Labels.Contains(label))
        {
            _frames.Peek().Add(label, state);
        }
        else if (label == Frame.Exit)
        {
            _returned |= state;
        }
        else if (label == Frame.Disposal)
        {
            _left |= state;
        }
        else
        {
            VmState known = LabelState(label);
            VmState joined = known | state;
            _labels[(label, _copy)] = joined;
            _mustRunAgain |= joined != known && _visitedLabels.Contains((label, _copy));
        }
    }

    private VmState LabelState(int label) => _labels.TryGetValue((label, _copy), out VmState state) ? state : default;

    /// <summary>A try statement with a finally block that is being run: jumps out of it wait for the block.</summary>
    private sealed class Frame(HashSet<int> labels)
    {
        /// <summary>The label behind the body's last statement.</summary>
        public const int Exit = 0;

        /// <summary>Where an iterator ends whose consumer has stopped early.</summary>
        public const int Disposal = -1;

        public HashSet<int> Labels { get; } = labels;

        public Dictionary<int, VmState> Pending { get; } = [];

        public void Add(int label, VmState state) =>
            Pending[label] = Pending.TryGetValue(label, out VmState pending) ? pending | state : state;
    }
}
