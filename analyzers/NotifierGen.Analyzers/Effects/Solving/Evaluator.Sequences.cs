using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <content>Lazy sequences, and what runs later.</content>
internal sealed partial class Evaluator
{
    private VmState EvalConsume(Effect.Consume consume, VmState state)
    {
        _labels.Remove(consume.ExitLabel);
        _labels.Remove(consume.ContinueLabel);
        VmState left = Enumerate(
            consume.Site,
            _solver.Resolve(consume.Source, _context),
            element => Eval(consume.Body, element) | LabelState(consume.ContinueLabel),
            state);
        return left | LabelState(consume.ExitLabel);
    }

    /// <summary>Runs a sequence's code and its consumer's in turns, any number of times.</summary>
    private VmState Enumerate(TextSpan site, ValueSet sequences, Func<VmState, VmState> consume, VmState state)
    {
        VmState left = default;
        bool isFollowed = false;
        foreach (Value value in sequences.Values)
        {
            if (value is Value.Sequence sequence && _solver.IsPossible(sequence.Target))
            {
                isFollowed = true;
                left |= EnumerateIterator(site, sequence, consume, state);
            }
            else if (value is Value.Query query)
            {
                isFollowed = true;
                left |= Repeat(state, turn => consume(InvokeAll(site, query.Parts, [], CallMode.Blocked, turn) | turn));
            }
            else if (value is Value.Closure)
            {
                isFollowed = true;
                left |= Repeat(state, turn => consume(InvokeAll(site, ValueSet.Of(value), [], CallMode.Blocked, turn) | turn));
            }
        }

        return isFollowed ? left : Repeat(state, consume);
    }

    private static VmState Repeat(VmState state, Func<VmState, VmState> turn)
    {
        while (true)
        {
            VmState again = state | turn(state);
            if (again == state)
            {
                return state;
            }

            state = again;
        }
    }

    private VmState EnumerateIterator(TextSpan site, Value.Sequence sequence, Func<VmState, VmState> consume, VmState state)
    {
        if (state.IsUnreachable)
        {
            consume(state);
            return state;
        }

        VmState asked = default;
        while (true)
        {
            Context callee = Solver.IteratorContextOf(sequence, asked.Vm, _context);
            Summary summary = _solver.Get(callee);
            _isStateful |= !summary.IsNeutral;
            Outcome outcome = summary.In(state.Vm);
            if (outcome.Findings != Findings.None)
            {
                _findings |= outcome.Findings;
                _observer?.FoundIn(site, sequence.Target, callee, outcome.Findings, state, state.Vm, _deferredHow);
            }

            VmState again = asked | consume(state.With(outcome.Surfaced));
            if (again == asked)
            {
                // What leaves it by an exception is also what its finally blocks leave when the consumer stops early.
                VmState thrown = state.With(outcome.Thrown);
                Raise(thrown);
                _raised |= state.With(outcome.Raised);
                return state.ResumedBy(outcome.Exit, site.Start) | thrown;
            }

            asked = again;
        }
    }

    private void EvalDefer(Effect.Defer defer, VmState state)
    {
        if (state.IsUnreachable)
        {
            return;
        }

        ValueSet deferred = _solver.Resolve(defer.Value, _context);
        if (deferred.IsEmpty)
        {
            return;
        }

        // What runs later cannot throw into this body, and changes nothing of its state.
        (VmState thrown, VmState raised, string? how) = (_thrown, _raised, _deferredHow);
        _deferredHow = defer.How;
        RunLater(defer.Site, deferred);
        (_thrown, _raised, _deferredHow) = (thrown, raised, how);
    }

    private void RunLater(TextSpan site, ValueSet deferred)
    {
        VmState later = VmState.Entry(VmStates.Later);
        VmStates scope = VmStates.None;
        foreach (Value value in deferred.Values)
        {
            switch (value)
            {
                case Value.Closure closure when _solver.IsPossible(closure.Target):
                    Enter(site, closure.Target, Environment.Empty, closure.Captured, CallMode.Started, later, ref scope);
                    break;

                case Value.Query query:
                    RunLater(site, query.Parts);
                    break;

                case Value.Sequence:
                    Enumerate(site, ValueSet.Of(value), static after => after, later);
                    break;

                case Value.Scope when _deferredHow is not null:
                    Report(site, new Effect.Undecided(site, "a pausing scope leaves the method"), Findings.Undecided, later);
                    break;
            }
        }
    }
}
