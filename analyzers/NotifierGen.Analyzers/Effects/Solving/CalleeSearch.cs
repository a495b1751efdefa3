using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>Lists what a body may enter, before it is evaluated: so the solver needs no recursion however deep calls are nested.</summary>
internal sealed class CalleeSearch
{
    private readonly Solver _solver;
    private readonly Context _context;
    private readonly List<Context> _found = [];
    private readonly HashSet<Context> _known = [];

    private CalleeSearch(Solver solver, Context context)
    {
        _solver = solver;
        _context = context;
    }

    public static List<Context> Callees(Solver solver, Context context)
    {
        var search = new CalleeSearch(solver, context);
        search.Visit(solver.Body(context.Body).Program);
        return search._found;
    }

    private void Visit(Effect effect)
    {
        switch (effect)
        {
            case Effect.Sequence sequence:
                foreach (Effect item in sequence.Items)
                {
                    Visit(item);
                }

                break;

            case Effect.Call call:
                foreach (CallTarget target in call.Targets)
                {
                    if (target.HasBody && _solver.IsPossible(target))
                    {
                        Add(target, _solver.Bind(target.Body, call.Arguments, _context), Environment.Empty, call.Mode);
                    }
                }

                break;

            case Effect.TestCall test:
                Visit(test.Tested);
                break;

            case Effect.Invoke invoke:
                Visit(_solver.Resolve(invoke.Callee, _context), invoke.Arguments, invoke.Mode);
                break;

            case Effect.Consume consume:
                Visit(_solver.Resolve(consume.Source, _context), [], CallMode.Blocked);
                Visit(consume.Body);
                break;

            case Effect.Defer defer:
                Visit(_solver.Resolve(defer.Value, _context), [], CallMode.Started);
                break;

            case Effect.Meanwhile meanwhile:
                Visit(meanwhile.Program);
                break;

            case Effect.If branch:
                Visit(branch.Condition);
                Visit(branch.Then);
                Visit(branch.Else);
                break;

            case Effect.Not not:
                Visit(not.Condition);
                break;

            case Effect.AndOr both:
                Visit(both.Left);
                Visit(both.Right);
                break;

            case Effect.After after:
                Visit(after.Prelude);
                Visit(after.Condition);
                break;

            case Effect.Switch choice:
                foreach (Effect.Arm arm in choice.Arms)
                {
                    Visit(arm.Condition ?? Effect.Nothing);
                    Visit(arm.Guard ?? Effect.Nothing);
                    Visit(arm.Body);
                }

                break;

            case Effect.Loop loop:
                Visit(loop.Condition ?? Effect.Nothing);
                Visit(loop.Body);
                Visit(loop.Next);
                break;

            case Effect.Try guarded:
                Visit(guarded.Body);
                foreach (Effect.Catch handler in guarded.Catches)
                {
                    Visit(handler.Filter ?? Effect.Nothing);
                    Visit(handler.Body);
                }

                Visit(guarded.Finally ?? Effect.Nothing);
                break;
        }
    }

    private void Visit(ValueSet values, ValueExpr?[] arguments, CallMode mode)
    {
        foreach (Value value in values.Values)
        {
            switch (value)
            {
                case Value.Closure { Target: { HasBody: true } target } closure when _solver.IsPossible(target):
                    Add(target, _solver.Bind(target.Body, arguments, _context), closure.Captured, mode);
                    break;

                case Value.Sequence sequence when _solver.IsPossible(sequence.Target):
                    Add(Solver.ProbeOf(sequence, _context));
                    break;

                case Value.Query query:
                    Visit(query.Parts, arguments, mode);
                    break;
            }
        }
    }

    private void Add(CallTarget target, Environment arguments, Environment captured, CallMode mode)
    {
        BodyIr body = _solver.Body(target.Body);
        if (!body.IsIterator)
        {
            Add(_solver.ContextOf(target.Body, body, arguments, captured, mode, _context));
        }
    }

    private void Add(Context context)
    {
        if (_known.Add(context))
        {
            _found.Add(context);
        }
    }
}
