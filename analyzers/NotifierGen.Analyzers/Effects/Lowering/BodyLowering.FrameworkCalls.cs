using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Calls of members without source and without facts: they have no effect but that of the delegates and lazy sequences they are given.</content>
internal sealed partial class BodyLowering
{
    private ValueExpr? TrackFrameworkCall(
        IOperation site, IMethodSymbol method, ValueExpr? receiver, ValueExpr?[] arguments, ImmutableArray<IArgumentOperation> written, ValueUse use)
    {
        var call = new FrameworkCall(site, method, DelegateUses.Of(method), use.Mode);
        if (call.Starts)
        {
            // What cannot be started has not run.
            Emit(Effect.MayThrow.Instance);
        }

        if (receiver is not null)
        {
            Give(call, receiver, isReceiver: true, Site(site));
        }

        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is not { } value || value is ValueExpr.Constant)
            {
                continue;
            }

            TextSpan at = SiteOf(written, i, site);
            if (i < definition.Parameters.Length && IsElement(definition.Parameters[i].Type))
            {
                Emit(new Effect.Defer(at, value, $"put into '{MemberName.Of(method)}'"));
            }
            else if (i < method.Parameters.Length && Facts.IsInvokedInPlace(method.Parameters[i]))
            {
                call.Run.Add(value);
            }
            else
            {
                Give(call, value, isReceiver: false, at);
            }
        }

        EmitRun(call, use);
        if (DelegateUses.KeepsWhatIsMade(method))
        {
            foreach (ValueExpr factory in call.Run)
            {
                Emit(new Effect.Defer(Site(site), new ValueExpr.Called(factory, []), $"put into '{MemberName.Of(method)}'"));
            }
        }

        if (!call.Starts || call.Run.Count > 0)
        {
            Emit(Effect.MayThrow.Instance);
        }

        if (call.Kept.Count > 0)
        {
            return FrameworkTypes.IsDelegate(method.ReturnType) && call.Kept.Count == 1 ? call.Kept[0]
                : new ValueExpr.Query([.. call.Kept], IsStream: DelegateUses.Streams(method) && arguments is [{ } source, ..] && ReferenceEquals(source, call.Kept[0]));
        }

        return FrameworkTypes.IsDelegate(method.ReturnType) ? call.Run.Count > 0 ? MadeBy(call) : UnknownDelegate
            : _services.Types.IsDisposable(method.ReturnType) && receiver is ValueExpr.Scope ? receiver
            : null;
    }

    /// <summary>The delegate that a call returns: what a factory that it was given returned, or what it was given.</summary>
    private static ValueExpr.Union MadeBy(FrameworkCall call)
    {
        bool isOfFactory = call.Method.Parameters.Any(static parameter =>
            parameter.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && FrameworkTypes.IsDelegate(invoke.ReturnType));
        return new ValueExpr.Union([.. isOfFactory ? call.Run.Select(static factory => new ValueExpr.Called(factory, [])) : call.Run.AsEnumerable()]);
    }

    private void EmitRun(FrameworkCall call, ValueUse use)
    {
        if (call.Run.Count == 0)
        {
            return;
        }

        // A task or thread that is waited for runs once, and certainly.
        bool isOnce = call.Use == DelegateUse.Started || _waitedCalls.Contains(call.Site);
        CallMode mode = call.Use == DelegateUse.Started && call.Method.Name == "Run" ? use.Mode : CallMode.Started;
        ValueExpr run = call.Run.Count == 1 ? call.Run[0] : new ValueExpr.Query([.. call.Run]);
        var invoke = new Effect.Invoke(Site(call.Site), run, [], mode, mayNotHappen: !isOnce, mayRepeat: !isOnce, runsBeside: isOnce && use.Mode == CallMode.Awaited);
        Emit(invoke);
        _lastCall = invoke;
    }

    // List.Add takes a T and keeps it; List.ForEach takes an Action<T> and calls it.
    private static bool IsElement(ITypeSymbol type) => type is ITypeParameterSymbol or { SpecialType: SpecialType.System_Object };

    /// <summary>A call of a member of which nothing is known, in source without a body: what it is given may run at once, later, or both.</summary>
    private void EmitUnknownCall(IOperation site, IMethodSymbol method, ValueExpr?[] arguments, ImmutableArray<IArgumentOperation> written)
    {
        Emit(Effect.MayThrow.Instance);
        EmitDelegates(site, method, arguments, written);
    }

    /// <summary>Waiting for tasks: Wait, WaitAll, WhenAll, GetResult, and what only wraps a task.</summary>
    private bool TryTrackWait(IInvocationOperation invocation, ValueUse use, out ValueExpr? value)
    {
        IMethodSymbol method = invocation.TargetMethod;
        value = null;
        if (!FrameworkTypes.IsOfTasks(method.ContainingType))
        {
            return false;
        }

        switch (method.Name)
        {
            case "ConfigureAwait" or "AsTask" or "GetAwaiter" or "WaitAsync" or "Unwrap" or "Preserve" or "ContinueOnAnyContext" when TaskOf(invocation) is { } task:
                value = TrackFor(task, use);
                foreach (IArgumentOperation argument in invocation.Arguments.Where(argument => argument.Value != task))
                {
                    Visit(argument.Value);
                }

                return true;

            case "Wait" or "GetResult" or "RunSynchronously" when invocation.Instance is { } waited:
                value = TrackAwaited(waited, use with { Mode = CallMode.Blocked });
                foreach (IArgumentOperation argument in invocation.Arguments)
                {
                    Visit(argument.Value);
                }

                if (method.Name == "RunSynchronously" && value is not null)
                {
                    Emit(new Effect.Invoke(Site(invocation), value, [], CallMode.Blocked, mayNotHappen: false, mayRepeat: false));
                }

                EmitBlock(invocation);
                Emit(Effect.MayThrow.Instance);
                return true;

            case "WaitAll" or "WhenAll":
                TrackAll(invocation.Arguments, method.Name == "WaitAll" ? CallMode.Blocked : use.Mode);
                EmitBlock(invocation);
                Emit(Effect.MayThrow.Instance);
                return true;

            default:
                return false;
        }
    }

    private static IOperation? TaskOf(IInvocationOperation invocation) => invocation.Instance ?? (invocation.Arguments.Length > 0 ? invocation.Arguments[0].Value : null);

    private void EmitBlock(IInvocationOperation invocation)
    {
        if (_services.Blocking.Describe(invocation) is { } blocking)
        {
            Emit(new Effect.Block(Site(invocation), blocking));
        }
    }

    /// <summary>Several tasks run side by side: after they ran in the order in which they are written, each may have gone on behind any other.</summary>
    private void TrackAll(ImmutableArray<IArgumentOperation> arguments, CallMode mode)
    {
        var tasks = new List<IOperation>();
        foreach (IArgumentOperation argument in arguments)
        {
            switch (Unwrapped(argument.Value))
            {
                case IArrayCreationOperation { Initializer: { } elements }:
                    tasks.AddRange(elements.ElementValues);
                    break;

                case { Kind: FrameworkTypes.CollectionExpression } elements:
                    tasks.AddRange(elements.ChildOperations);
                    break;

                default:
                    tasks.Add(argument.Value);
                    break;
            }
        }

        Effect all = Capture(() =>
        {
            foreach (IOperation task in tasks)
            {
                if (TrackAwaited(task, new ValueUse(-1, mode)) is { } started)
                {
                    // A query makes its tasks while they are waited for.
                    Emit(new Effect.Invoke(Site(task), started, [], mode, mayNotHappen: true, mayRepeat: true));
                }
            }
        });
        Emit(all);
        if (tasks.Count > 1 && !IsNothing(all))
        {
            Emit(new Effect.Loop(Effect.Nothing, all, Effect.Nothing, testsFirst: true, NewLabel(), NewLabel()));
        }
    }

    // What cannot be looked into counts if it gets vCPU state into its hands.
    private void EmitUndecidable(IInvocationOperation invocation, IMethodSymbol method)
    {
        string? reason = method.ContainingType switch
        {
            { Name: "MethodBase" or "MethodInfo" or "ConstructorInfo" or "PropertyInfo" or "FieldInfo", ContainingNamespace.Name: "Reflection" }
                when method.Name is "Invoke" or "SetValue" or "GetValue" => "reflection",
            { Name: "Delegate" or "MulticastDelegate" } when method.Name == "DynamicInvoke" => "a delegate that is invoked by reflection",
            { Name: "Type" } when method.Name == "InvokeMember" => "reflection",
            _ when method.IsExtern => $"the native function '{method.Name}'",
            _ => null,
        };
        if (reason is not null && GetsState(invocation))
        {
            Emit(new Effect.Undecided(Site(invocation), $"{reason} gets at an object with vCPU state"));
        }
    }

    private bool GetsState(IOperation call) => call.ChildOperations.Any(child => child switch
    {
        IArgumentOperation argument => IsObjectWithState(argument.Value),
        IDynamicMemberReferenceOperation { Instance: { } instance } => IsObjectWithState(instance),
        _ => IsObjectWithState(child),
    });

    private bool IsObjectWithState(IOperation value) => Unwrapped(value) switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues.Any(IsObjectWithState),
        ILocalReferenceOperation { Local: { } local } => scope.HoldsState(local) || _services.HasState(local.Type),

        // Nobody knows what a dynamic member or parameter is.
        IMemberReferenceOperation { Type.TypeKind: TypeKind.Dynamic } or IParameterReferenceOperation { Type.TypeKind: TypeKind.Dynamic } => true,
        { } other => _services.HasState(other.Type),
    };
}
