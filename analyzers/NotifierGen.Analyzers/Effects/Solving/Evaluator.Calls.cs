using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <content>Calls of members and delegates.</content>
internal sealed partial class Evaluator
{
    private VmState EvalCall(Effect.Call call, VmState state)
    {
        if (state.IsUnreachable)
        {
            return state;
        }

        if (call.Targets.Length > Effect.Call.MaxTargets && DoesAnythingToTheVm(call, state))
        {
            _concernsVm = true;
            Report(call.Site, TooMany(call), Findings.Undecided, state);
            Raise(state);
            return state;
        }

        VmState result = default;
        VmStates scope = VmStates.None;
        bool isCalled = false;
        foreach (CallTarget target in call.Targets)
        {
            if (_solver.IsPossible(target))
            {
                isCalled = true;
                Environment arguments = target.HasBody ? _solver.Bind(target.Body, call.Arguments, _context) : Environment.Empty;
                result |= Enter(call.Site, target, arguments, Environment.Empty, call.Mode, state, ref scope, call.ResultToken >= 0);
            }
        }

        if (!isCalled)
        {
            Raise(state);
            result = state;
        }

        if (call.ResultToken >= 0)
        {
            _isStateful |= scope != VmStates.None;
            result = result.IsUnreachable ? result : result.Hold(call.ResultToken, scope);
        }

        return result;
    }

    private static Effect.Undecided TooMany(Effect.Call call) =>
        new(call.Site, $"'{call.Declared}' has {call.Targets.Length} implementations, and one of them has an effect; annotate it");

    private bool DoesAnythingToTheVm(Effect.Call call, VmState state)
    {
        foreach (CallTarget target in call.Targets)
        {
            if (!_solver.IsPossible(target))
            {
                continue;
            }

            if (!target.HasBody)
            {
                return true;
            }

            BodyIr body = _solver.Body(target.Body);
            Environment arguments = _solver.Bind(target.Body, call.Arguments, _context);
            Summary summary = _solver.Get(_solver.ContextOf(target.Body, body, arguments, Environment.Empty, call.Mode, _context));
            if (!summary.IsNeutral || (summary.In(state.Vm | VmStates.Resumed).Findings & (Findings.Touches | Findings.Resumes)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Runs a target from a state, and gives the states after it.</summary>
    private VmState Enter(
        TextSpan site, CallTarget target, Environment arguments, Environment captured, CallMode mode, VmState state, ref VmStates scope, bool keepsScope = false)
    {
        if (target.Contract is { } contract)
        {
            return EvalContract(site, contract, state, ref scope, keepsScope);
        }

        BodyIr body = _solver.Body(target.Body);
        if (body.IsIterator)
        {
            // Nothing of it runs before its first element is asked for.
            return state;
        }

        Context callee = _solver.ContextOf(target.Body, body, arguments, captured, mode, _context);
        Summary summary = _solver.Get(callee);
        NoteEffects(summary);
        Outcome outcome = summary.In(state.Vm);
        ReportIn(site, target, callee, outcome.Findings, state);
        if (mode != CallMode.Started || !body.IsAsync)
        {
            // What an async method throws is in its task.
            Raise(state.With(outcome.Thrown));
            _raised |= state.With(outcome.Raised);
            _changesOnTheWay |= outcome.ChangesOnTheWay;
        }

        scope |= outcome.Scope;
        if (mode != CallMode.Started && callee.IsDetached)
        {
            // Who called this body without waiting for it goes on where the callee suspends first, not where that is resumed later.
            _surfaced |= state.With(outcome.Surfaced & (~VmStates.Later | _entry));
        }

        VmStates after = mode == CallMode.Started && callee.IsDetached
            ? outcome.Surfaced | ((outcome.Exit | (body.IsAsync ? outcome.Thrown : VmStates.None)) & (~VmStates.Later | state.Vm))
            : outcome.Exit;
        return state.ResumedBy(after, site.Start);
    }

    private void NoteEffects(Summary callee)
    {
        _isStateful |= !callee.IsNeutral;
        _concernsVm |= !callee.IsInert;
    }

    private VmState EvalContract(TextSpan site, Effect contract, VmState state, ref VmStates scope, bool keepsScope)
    {
        // A contract is written without a place of its own; it stands where it is called.
        switch (contract)
        {
            case Effect.Sequence sequence:
                foreach (Effect item in sequence.Items)
                {
                    state = EvalContract(site, item, state, ref scope, keepsScope);
                }

                return state;

            case Effect.Touch touch:
                return Eval(new Effect.Touch(site, touch.Member, touch.Writes), state);

            case Effect.Resume resume:
                return Eval(new Effect.Resume(site, resume.Member), state);

            case Effect.Block block:
                return Eval(new Effect.Block(site, block.Member), state);

            case Effect.Acquire { Token: Effect.Acquire.Returned }:
                // If nobody keeps the scope, it may end at any time.
                scope |= state.Vm;
                return Eval(new Effect.Pause(isWeak: !keepsScope), state);

            default:
                return Eval(contract, state);
        }
    }

    private VmState EvalInvoke(Effect.Invoke invoke, VmState state)
    {
        if (state.IsUnreachable)
        {
            return state;
        }

        ValueSet callees = _solver.Resolve(invoke.Callee, _context);
        if (!invoke.RunsBeside || !_context.IsDetached)
        {
            return InvokeAny(invoke, callees, state);
        }

        // The caller of this body goes on meanwhile; this body itself goes on behind it.
        _isStateful = true;
        _surfaced |= state.With(state.Vm & (~VmStates.Later | _entry));
        (VmState thrown, VmState raised) = (_thrown, _raised);
        (_thrown, _raised) = (default, default);
        VmState after = Awaited(InvokeAny(invoke, callees, state.With(state.Vm | VmStates.Later)));
        (_thrown, _raised) = (thrown | Awaited(_thrown), raised | Awaited(_raised));
        return after;

        VmState Awaited(VmState beside) => beside.With(beside.Vm & (~VmStates.Later | state.Vm));
    }

    private VmState InvokeAny(Effect.Invoke invoke, ValueSet callees, VmState state)
    {
        VmStates scope = VmStates.None;
        VmState after = InvokeAny(invoke, callees, state, ref scope);
        if (invoke.ResultToken < 0 || after.IsUnreachable)
        {
            return after;
        }

        _isStateful |= scope != VmStates.None;
        return after.Hold(invoke.ResultToken, scope);
    }

    private VmState InvokeAny(Effect.Invoke invoke, ValueSet callees, VmState state, ref VmStates scope)
    {
        VmState reached = state;
        bool mayRepeat = invoke.MayRepeat || (invoke.MayBeSeveral && callees.MayBeSeveral);
        while (true)
        {
            VmState after = InvokeAll(invoke.Site, callees, invoke.Arguments, invoke.Mode, reached, ref scope, invoke.ResultToken >= 0);
            if (!mayRepeat)
            {
                return invoke.MayNotHappen || callees.IsEmpty ? after | state : after;
            }

            VmState again = reached | after;
            if (again == reached)
            {
                return invoke.MayNotHappen ? reached : after | (callees.IsEmpty ? state : default);
            }

            reached = again;
        }
    }

    private VmState InvokeAll(TextSpan site, ValueSet callees, ValueExpr?[] arguments, CallMode mode, VmState state)
    {
        VmStates scope = VmStates.None;
        return InvokeAll(site, callees, arguments, mode, state, ref scope, keepsScope: false);
    }

    private VmState InvokeAll(
        TextSpan site, ValueSet callees, ValueExpr?[] arguments, CallMode mode, VmState state, ref VmStates scope, bool keepsScope)
    {
        VmState result = default;
        foreach (Value value in callees.Values)
        {
            switch (value)
            {
                case Value.Closure { Target: { } target } closure when _solver.IsPossible(target):
                    Environment bound = target.HasBody ? _solver.Bind(target.Body, arguments, _context) : Environment.Empty;
                    result |= Enter(site, target, bound, closure.Captured, mode, state, ref scope, keepsScope);
                    break;

                case Value.Query query:
                    result |= InvokeAll(site, query.Parts, arguments, mode, state, ref scope, keepsScope);
                    break;

                case Value.Sequence:
                    result |= Enumerate(site, ValueSet.Of(value), new Consumer(this, null), state);
                    break;

                case Value.Unknown unknown:
                    _concernsVm = true;
                    Report(site, new Effect.Undecided(site, unknown.Reason), Findings.Undecided, state);
                    Raise(state);
                    result |= state;
                    break;

                default:
                    result |= state;
                    break;
            }
        }

        return result;
    }
}
