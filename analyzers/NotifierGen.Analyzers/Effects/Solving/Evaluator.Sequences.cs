using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <content>Lazy sequences, and what runs later.</content>
internal sealed partial class Evaluator
{
    private VmState EvalConsume(Effect.Consume consume, VmState state)
    {
        _labels.Remove((consume.ExitLabel, _copy));
        _labels.Remove((consume.ContinueLabel, _copy));
        var consumer = new Consumer(this, consume);
        VmState left = Enumerate(consume.Site, _solver.Resolve(consume.Source, _context), consumer, state);
        consumer.Leave();
        return left | LabelState(consume.ExitLabel);
    }

    /// <summary>Runs a sequence's code and its consumer's in turns, any number of times.</summary>
    private VmState Enumerate(TextSpan site, ValueSet sequences, Consumer consumer, VmState state)
    {
        VmState left = default;
        bool isFollowed = false;
        foreach (Value value in sequences.Values)
        {
            if (value is Value.Sequence sequence && _solver.IsPossible(sequence.Target))
            {
                isFollowed = true;
                left |= EnumerateIterator(site, sequence, consumer, state);
            }
            else if (value is Value.Query { Source: { } source, Steps: { } steps } && !consumer.StopsAnywhere)
            {
                isFollowed = true;
                consumer.Through(steps, () => left |= Enumerate(site, source, consumer, state));
            }
            else if (value is Value.Query || (value is Value.Closure && !consumer.TakesDelegates))
            {
                isFollowed = true;
                ValueSet parts = value is Value.Query query ? query.Parts : ValueSet.Of(value);
                left |= Repeat(state, turn => consumer.Take(InvokeAll(site, parts, [], CallMode.Blocked, turn) | turn));
                consumer.LeaveAsIs();
            }
        }

        if (!isFollowed)
        {
            left = Repeat(state, consumer.Take);
            consumer.LeaveAsIs();
        }

        return left;
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

    private VmState EnumerateIterator(TextSpan site, Value.Sequence sequence, Consumer consumer, VmState state)
    {
        if (state.IsUnreachable)
        {
            consumer.Take(state);
            return state;
        }

        // What the consumer does with one element decides only what follows that one's yield.
        YieldStates asked = default;
        VmStates stopped = VmStates.None;
        while (true)
        {
            Outcome outcome = OutcomeOf(site, sequence, state, asked, stopped);
            YieldStates again = asked;
            for (int yield = 0; yield < YieldStates.MaxYields; yield++)
            {
                if (outcome.Yielded[yield] != VmStates.None)
                {
                    again = again.With(yield, consumer.Take(state.With(outcome.Yielded[yield])).Vm);
                }
            }

            if (again == asked && consumer.Stopped == stopped)
            {
                Raise(state.With(outcome.Thrown));
                _raised |= state.With(outcome.Raised);
                _changesOnTheWay |= outcome.ChangesOnTheWay;
                consumer.LeaveIn(outcome.Left);
                VmState left = state.ResumedBy(outcome.Exit, site.Start);
                return consumer.StopsAnywhere ? left | state.ResumedBy(outcome.Left, site.Start) : left;
            }

            asked = again;
            stopped = consumer.Stopped;
        }
    }

    private Outcome OutcomeOf(TextSpan site, Value.Sequence sequence, VmState state, YieldStates asked, VmStates stopped)
    {
        Summary probed = _solver.Get(Solver.ProbeOf(sequence, _context));
        if (probed.IsInert)
        {
            return probed.In(VmStates.Resumed).Translated(state.Vm, asked.All, stopped);
        }

        // An enumeration is stopped once, so the states in which it may be are looked at one by one.
        Outcome outcome = OutcomeIn(site, sequence, Solver.IteratorContextOf(sequence, asked, VmStates.None, _context), state);
        for (int i = 1; i <= (int)stopped; i <<= 1)
        {
            if ((stopped & (VmStates)i) != VmStates.None)
            {
                outcome |= OutcomeIn(site, sequence, Solver.IteratorContextOf(sequence, asked, (VmStates)i, _context), state);
            }
        }

        return outcome;
    }

    private Outcome OutcomeIn(TextSpan site, Value.Sequence sequence, Context callee, VmState state)
    {
        Summary summary = _solver.Get(callee);
        NoteEffects(summary);
        Outcome outcome = summary.In(state.Vm);
        ReportIn(site, sequence.Target, callee, outcome.Findings, state);
        return outcome;
    }

    private VmState EvalDefer(Effect.Defer defer, VmState state)
    {
        if (state.IsUnreachable)
        {
            return state;
        }

        ValueSet deferred = _solver.Resolve(defer.Value, _context);
        if (deferred.IsEmpty)
        {
            return state;
        }

        // What runs later cannot throw into this body, and changes nothing of its state.
        (VmState thrown, VmState raised, string? how) = (_thrown, _raised, _deferredHow);
        _deferredHow = defer.How;
        RunLater(defer.Site, deferred);
        (_thrown, _raised, _deferredHow) = (thrown, raised, how);
        return defer.StartsAtOnce ? state | Beside(defer.Site, deferred, state) : state;
    }

    // A thread or task that was started changes the VM while this body goes on. What it touches has been said.
    private VmState Beside(TextSpan site, ValueSet started, VmState state)
    {
        return Silently(() => InvokeAll(site, started, [], CallMode.Started, state));
    }

    private VmState Silently(Func<VmState> run)
    {
        (VmState thrown, VmState raised, bool isSilent) = (_thrown, _raised, _isSilent);
        _isSilent = true;
        VmState after = run();
        (_thrown, _raised, _isSilent) = (thrown, raised, isSilent);
        return after;
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
                    Enumerate(site, ValueSet.Of(value), new Consumer(this, null, isLater: true), later);
                    break;

                case Value.Scope when _deferredHow is not null:
                    _concernsVm = true;
                    Report(site, new Effect.Undecided(site, "a pausing scope leaves the method"), Findings.Undecided, later);
                    break;
            }
        }
    }
}
