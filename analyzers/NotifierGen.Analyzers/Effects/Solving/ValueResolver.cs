using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>Follows values back to the lambdas, methods, iterators, scopes and constants that they may be.</summary>
internal sealed class ValueResolver(IProgram program)
{
    private readonly HashSet<(ValueExpr, Context)> _open = [];
    private readonly HashSet<(Effect, Context)> _openReturns = [];

    public ValueSet Resolve(ValueExpr value, Context context)
    {
        var values = new List<Value>();
        Resolve(value, context, values);
        return ValueSet.Of(values);
    }

    /// <summary>The callee's parameters that decide what it does, with the values of these arguments.</summary>
    public Environment Bind(BodyKey callee, ValueExpr?[] arguments, Context caller)
    {
        if (arguments.Length == 0)
        {
            return Environment.Empty;
        }

        List<(int, int, ValueSet)>? bindings = null;
        foreach ((int part, int ordinal) in program.Member(callee).Parts[callee.Part].Parameters)
        {
            if (part == callee.Part && ordinal < arguments.Length && arguments[ordinal] is { } argument)
            {
                (bindings ??= []).Add((part, ordinal, Resolve(argument, caller)));
            }
        }

        return bindings is null ? Environment.Empty : Environment.Of(bindings);
    }

    /// <summary>Whether one of several calls returns vCPU state, or what leads to it.</summary>
    public bool ReturnsState(Effect[] calls, Context context)
    {
        foreach (Effect call in calls)
        {
            if (!_openReturns.Add((call, context)))
            {
                continue;
            }

            bool isState = call switch
            {
                Effect.Call { Targets: var targets, Arguments: var arguments } =>
                    targets.Any(target => ReturnsState(target, arguments, CapturedBy(target, context), context)),
                Effect.Invoke { Callee: var callee, Arguments: var arguments } => ReturnsState(Resolve(callee, context), arguments, context),
                _ => false,
            };
            _openReturns.Remove((call, context));
            if (isState)
            {
                return true;
            }
        }

        return false;
    }

    private bool ReturnsState(ValueSet callees, ValueExpr?[] arguments, Context context) => callees.Values.Any(callee => callee switch
    {
        Value.Closure closure => ReturnsState(closure.Target, arguments, closure.Captured, context),
        Value.Query query => ReturnsState(query.Parts, arguments, context),
        _ => false,
    });

    private bool ReturnsState(CallTarget target, ValueExpr?[] arguments, Environment captured, Context context)
    {
        if (!target.HasBody)
        {
            return false;
        }

        BodyIr body = program.Member(target.Body).Parts[target.Body.Part];
        return body.ReturnsState
            || (body.ReturnedReferences.Length > 0
                && ReturnsState(body.ReturnedReferences, ContextOf(target, Bind(target.Body, arguments, context), captured)));
    }

    // A lambda or local function sees the parameters of what is around it.
    private static Environment CapturedBy(CallTarget target, Context context) =>
        target is { HasBody: true, Body.Part: > 0 } && target.Body.IsOfSameMember(context.Body) ? context.Environment : Environment.Empty;

    private Context ContextOf(CallTarget target, Environment arguments, Environment captured) =>
        new(target.Body, Environment.Of(program.Member(target.Body).Parts[target.Body.Part].Parameters, arguments, captured), IsDetached: false, default);

    private void Resolve(ValueExpr value, Context context, List<Value> found)
    {
        switch (value)
        {
            case ValueExpr.Function function:
                foreach (CallTarget target in function.Targets)
                {
                    Environment captured = CapturedBy(target, context);
                    found.Add(captured.Depth >= Environment.MaxDepth ? s_tooDeep : new Value.Closure(target, captured));
                }

                break;

            case ValueExpr.Union union:
                foreach (ValueExpr part in union.Parts)
                {
                    Resolve(part, context, found);
                }

                break;

            case ValueExpr.Query query:
                ResolveQuery(query, context, found);
                break;

            case ValueExpr.Parameter parameter:
                if (context.Environment[parameter.Part, parameter.Ordinal] is { } bound)
                {
                    found.AddRange(bound.Values);
                }
                else
                {
                    found.Add(s_caller);
                }

                break;

            case ValueExpr.Constant constant:
                found.Add(new Value.Constant(constant.Value));
                break;

            case ValueExpr.Scope:
                found.Add(Value.Scope.Instance);
                break;

            case ValueExpr.Unknown unknown:
                found.Add(new Value.Unknown(unknown.Reason));
                break;

            default:
                ResolveIndirect(value, context, found);
                break;
        }
    }

    private void ResolveQuery(ValueExpr.Query query, Context context, List<Value> found)
    {
        var parts = new List<Value>();
        int source = 0;
        foreach (ValueExpr part in query.Parts)
        {
            Resolve(part, context, parts);
            source = part == query.Parts[0] ? parts.Count : source;
        }

        if (parts.Count == 0)
        {
            return;
        }

        var set = ValueSet.Of(parts);
        found.Add(set.Depth >= Environment.MaxDepth ? s_tooDeep
            : query.IsStream && source > 0 ? new Value.Query(set, ValueSet.Of(parts.GetRange(0, source)), ValueSet.Of(parts.GetRange(source, parts.Count - source)))
            : new Value.Query(set));
    }

    private static readonly Value s_tooDeep = new Value.Unknown("delegates are nested more deeply than they are followed");

    private static readonly Value s_caller = new Value.Unknown("a delegate comes from a caller that is not analysed");

    // What is assigned to a local or field, or returned, may lead back to itself.
    private void ResolveIndirect(ValueExpr value, Context context, List<Value> found)
    {
        if (!_open.Add((value, context)))
        {
            return;
        }

        switch (value)
        {
            case ValueExpr.Local local:
                if (program.Member(context.Body).Locals[local.Index] is { } assigned)
                {
                    Resolve(assigned, context, found);
                }

                break;

            case ValueExpr.Field field:
                ResolveField(field, found);
                break;

            case ValueExpr.Result result:
                ResolveResult(result.Call, context, found);
                break;

            case ValueExpr.Called called:
                ResolveCalled(called, context, found);
                break;
        }

        _open.Remove((value, context));
    }

    private void ResolveField(ValueExpr.Field field, List<Value> found)
    {
        var values = new List<Value>();
        foreach ((BodyKey member, ValueExpr assigned) in program.Assignments(field.Declaration, field.Name))
        {
            Resolve(assigned, new Context(member, Environment.Empty, IsDetached: false, default), values);
        }

        foreach (Value value in values)
        {
            found.Add(value is Value.Unknown ? new Value.Unknown($"nobody knows what '{field.Name}' may hold") : value);
        }
    }

    private void ResolveResult(Effect.Call call, Context context, List<Value> found)
    {
        foreach (CallTarget target in call.Targets)
        {
            if (target.HasBody)
            {
                ResolveReturned(target, Bind(target.Body, call.Arguments, context), CapturedBy(target, context), found);
            }
        }
    }

    private void ResolveCalled(ValueExpr.Called called, Context context, List<Value> found)
    {
        var callees = new List<Value>();
        Resolve(called.Callee, context, callees);
        foreach (Value callee in callees)
        {
            if (callee is Value.Closure { Target: { HasBody: true } target } closure)
            {
                ResolveReturned(target, Bind(target.Body, called.Arguments, context), closure.Captured, found);
            }
            else if (callee is Value.Unknown)
            {
                found.Add(callee);
            }
        }
    }

    private void ResolveReturned(CallTarget target, Environment arguments, Environment captured, List<Value> found)
    {
        BodyIr body = program.Member(target.Body).Parts[target.Body.Part];
        Environment seen = Environment.Of(body.Parameters, arguments, captured);
        if (body.IsIterator)
        {
            found.Add(seen.Depth >= Environment.MaxDepth ? s_tooDeep : new Value.Sequence(target, seen));
        }
        else if (body.Returns is { } returned)
        {
            Resolve(returned, new Context(target.Body, seen, IsDetached: false, default), found);
        }
    }
}
