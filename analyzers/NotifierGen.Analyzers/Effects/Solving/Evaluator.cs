using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>
/// Runs the program of one body over sets of states, from one entry state to all of its exits. Loops, labels and iterators are run until nothing
/// new comes of it; the sets are finite and only grow, so that ends.
/// </summary>
internal sealed partial class Evaluator
{
    private readonly Solver _solver;
    private readonly Context _context;
    private readonly BodyIr _body;
    private readonly IObserver? _observer;
    private readonly Dictionary<(int Label, int Copy), VmState> _labels = [];
    private readonly HashSet<(int Label, int Copy)> _visitedLabels = [];
    private readonly Stack<Frame> _frames = new();

    private VmState _thrown;
    private VmState _raised;
    private VmState _returned;
    private VmState _surfaced;
    private YieldStates _yielded;
    private VmState _left;
    private VmStates _scope;
    private VmStates _entry;
    private Findings _findings;
    private bool _isStateful;
    private bool _yields;
    private bool _concernsVm;
    private bool _mustRunAgain;
    private bool _isSilent;
    private string? _deferredHow;
    private int _copy;

    public Evaluator(Solver solver, Context context, IObserver? observer = null)
    {
        _solver = solver;
        _context = context;
        _body = solver.Body(context.Body);
        _observer = observer;
    }

    /// <summary>What a body does, in every entry state.</summary>
    public static Summary Summarise(Solver solver, Context context)
    {
        var probe = new Evaluator(solver, context);
        Outcome resumed = probe.Run(VmStates.Resumed);
        bool isInert = !probe._isStateful && !probe._concernsVm;
        return probe._isStateful || probe._yields
            ? Summary.Of(entry => entry == VmStates.Resumed ? resumed : new Evaluator(solver, context).Run(entry), isInert)
            : Summary.Neutral(resumed, isInert);
    }

    /// <summary>Runs the body once from these states.</summary>
    public Outcome Run(VmStates entry)
    {
        VmState exit;
        _entry = entry;
        do
        {
            _mustRunAgain = false;
            _visitedLabels.Clear();
            exit = Eval(_body.Program, VmState.Entry(entry)) | _returned;
        }
        while (_mustRunAgain);

        return new Outcome
        {
            Exit = exit.Vm,
            Thrown = _thrown.Vm,
            Raised = _raised.Vm,
            ChangesOnTheWay = _changesOnTheWay,
            Surfaced = _surfaced.Vm,
            Yielded = _yielded,
            Left = _left.Vm,
            Scope = _scope,
            Findings = _findings,
        };
    }

    private VmState Eval(Effect effect, VmState state)
    {
        // Code behind a jump is reached by its labels only.
        if (state.IsUnreachable && effect is not (Effect.Sequence or Effect.Label or Effect.If or Effect.Switch or Effect.Loop or Effect.Try or Effect.Consume))
        {
            return state;
        }

        switch (effect)
        {
            case Effect.Sequence sequence:
                foreach (Effect item in sequence.Items)
                {
                    state = Eval(item, state);
                }

                return state;

            case Effect.Touch touch:
                _concernsVm = true;
                Report(touch.Site, touch, Summary.TouchIn(state.Vm), state);
                return state;

            case Effect.TouchThrough through:
                return _solver.ReturnsState(through.Returning, _context) ? Eval(through.Use, state) : state;

            case Effect.Resume resume:
                _isStateful = true;
                Report(resume.Site, resume, Findings.Resumes, state);
                return state.Vm == VmStates.Later ? state : state.Resume(resume.Site.Start).With(Later(state.Vm) | VmStates.Resumed);

            case Effect.Pause pause:
                _isStateful = true;
                _findings |= _isSilent ? Findings.None : Findings.Pauses;
                return state.With(pause.IsWeak ? state.Vm | VmStates.Stopped : VmStates.Stopped);

            case Effect.Acquire acquire:
                _isStateful = true;
                return state.Acquire(acquire.Token);

            case Effect.Release release:
                return Release(release, state);

            case Effect.ReleaseUnknown release:
                return ReleaseUnknown(release, state);

            case Effect.MayThrow:
                Raise(state);
                return state;

            case Effect.Throw:
                Raise(state);
                return default;

            case Effect.Call call:
                return EvalCall(call, state);

            case Effect.Invoke invoke:
                return EvalInvoke(invoke, state);

            case Effect.Consume consume:
                return EvalConsume(consume, state);

            case Effect.Defer defer:
                return EvalDefer(defer, state);

            case Effect.If branch:
                (VmState then, VmState otherwise) = EvalCondition(branch.Condition, state);
                return Eval(branch.Then, then) | Eval(branch.Else, otherwise);

            case Effect.Switch choice:
                return EvalSwitch(choice, state);

            case Effect.Loop loop:
                return EvalLoop(loop, state);

            case Effect.Label label:
                _visitedLabels.Add((label.Id, _copy));
                return state | LabelState(label.Id);

            case Effect.Jump jump:
                Jump(jump.Target, state);
                return default;

            case Effect.Return exit:
                if (exit.Token >= 0)
                {
                    _scope |= state.Saved(exit.Token);
                }

                Jump(Frame.Exit, state);
                return default;

            case Effect.Try guarded:
                return EvalTry(guarded, state);

            case Effect.Meanwhile meanwhile:
                return state | Silently(() => Eval(meanwhile.Program, state));

            case Effect.Suspend:
                return Suspend(state);

            case Effect.Yield yield:
                return Yield(yield, state);

            case Effect.Block block:
                _concernsVm = true;
                if (Later(state.Vm) == VmStates.None)
                {
                    Report(block.Site, block, Findings.Blocks, state);
                }

                return state;

            case Effect.Undecided undecided:
                _concernsVm = true;
                Report(undecided.Site, undecided, Findings.Undecided, state);
                return state;

            default:
                (VmState yes, VmState no) = EvalCondition(effect, state);
                return yes | no;
        }
    }

    private static VmStates Later(VmStates states) => states & VmStates.Later;

    private VmState Release(Effect.Release release, VmState state)
    {
        VmState released = default;
        if (state.Saved(release.Token) != VmStates.None)
        {
            _isStateful = true;
            released = Is(AnalysisVariant.ScopesAlwaysResume) ? state.With(VmStates.Resumed) : state.Release(release.Token);
        }

        return state.MayNotHold(release.Token) ? released | Eval(release.Otherwise, state) : released;
    }

    private bool Is(AnalysisVariant variant) => _solver.Is(variant);

    private VmState ReleaseUnknown(Effect.ReleaseUnknown release, VmState state)
    {
        foreach (Value value in _solver.Resolve(release.Value, _context).Values)
        {
            if (value is Value.Scope)
            {
                _isStateful = true;
                return state.With(state.Vm | VmStates.Resumed);
            }
        }

        return state;
    }

    private VmState Suspend(VmState state)
    {
        if (!_context.IsDetached)
        {
            return state;
        }

        // The caller goes on from here, if this is the first await that was not through already.
        _isStateful = true;
        _surfaced |= state.With(state.Vm & (~VmStates.Later | _entry));
        return state.With(state.Vm | VmStates.Later);
    }

    private VmState Yield(Effect.Yield yield, VmState state)
    {
        _yields = true;
        _yielded = _yielded.With(yield.Index, state.Vm);

        // The consumer may also stop here: finally blocks run, catch blocks do not.
        Jump(Frame.Disposal, state.With(_context.LeftWith));
        return state.With(_context.ResumedWith[yield.Index]);
    }

    private void ReportIn(TextSpan site, CallTarget target, Context callee, Findings found, VmState state)
    {
        if (Later(state.Vm) != VmStates.None)
        {
            found &= ~Findings.Blocks;
        }

        if (found != Findings.None && !_isSilent)
        {
            _findings |= found;
            _observer?.FoundIn(site, target, callee, found, state, state.Vm, _deferredHow);
        }
    }

    private void Report(TextSpan site, Effect effect, Findings found, VmState state)
    {
        if (found == Findings.None || state.IsUnreachable || _isSilent)
        {
            return;
        }

        _findings |= found;
        _observer?.Found(site, effect, found, state);
    }
}
