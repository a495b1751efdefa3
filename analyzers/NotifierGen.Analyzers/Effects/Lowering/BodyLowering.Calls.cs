using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Calls: receiver, arguments, then what the member does.</content>
internal sealed partial class BodyLowering
{
    private ValueExpr? TrackInvocation(IInvocationOperation invocation, ValueUse use)
    {
        IMethodSymbol method = invocation.TargetMethod;
        if (_waitedCalls.Contains(invocation))
        {
            use = use with { Mode = _waitMode };
        }

        if (ConditionalCalls.IsOmitted(invocation))
        {
            return null;
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return TrackDelegateCall(invocation, use);
        }

        if (TryTrackWait(invocation, use, out ValueExpr? result))
        {
            return result;
        }

        ValueExpr? receiver = TrackReceiver(invocation);
        ValueExpr?[] arguments = TrackArguments(invocation.Arguments);
        EmitReferenceTouches(invocation.Arguments);
        NoteViews(invocation);
        if (IsDispose(invocation))
        {
            LowerDispose(invocation, receiver, use.Mode);
            return null;
        }

        if (_services.Blocking.Describe(invocation) is { } blocking && use.Mode != CallMode.Awaited)
        {
            Emit(new Effect.Block(Site(invocation), blocking));
        }

        if (method.IsExtern && !MemberContract.IsContract(Facts.Of(method)))
        {
            EmitUndecidable(invocation, method);
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            var call = new Effect.Call(Site(invocation), PartOfMember(method), arguments, use.Mode, use.Token);
            _hasPaused |= _services.Types.IsDisposable(method.ReturnType);
            Emit(call);
            _lastCall = call;
            return IsFollowed(method.ReturnType) ? new ValueExpr.Result(call) : null;
        }

        if (IsFrameworkCall(method))
        {
            EmitUndecidable(invocation, method);
            return TrackFrameworkCall(invocation, method, receiver, arguments, invocation.Arguments, use);
        }

        ReceiverStability = IsStable(invocation.Instance);
        ValueExpr? value = EmitCall(invocation, method, Receiver.Of(invocation.Instance, method, scope), arguments, use, invocation.Arguments);
        ReceiverStability = true;
        return value;
    }

    private readonly Dictionary<IArgumentOperation, StateView> _passed = [];

    private bool ReceiverStability { get; set; } = true;

    private bool IsFrameworkCall(IMethodSymbol method) =>
        (method.ReducedFrom ?? method).DeclaringSyntaxReferences.Length == 0 && !MemberContract.IsContract(Facts.Of(method)) && Facts.Conditional(method).IsEmpty
        && _services.Files.KeyOf(method.ContainingType ?? (ISymbol)method) is null && !IsOverriddenHere(method);

    // A virtual member of a referenced assembly may be overridden in this compilation.
    private bool IsOverriddenHere(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed && method.ContainingType is { IsSealed: false }
        && _services.Targets.Of(method, new Receiver(method.ContainingType, IsVirtual: true)).Length > 0;

    private ValueExpr? TrackReceiver(IInvocationOperation invocation)
    {
        if (invocation.Instance is not { } instance)
        {
            return null;
        }

        if (instance.Type is { IsValueType: true } && !IsState(Facts.Of(invocation.TargetMethod)))
        {
            UseInstance(instance);
            return null;
        }

        return Track(instance);
    }

    /// <summary>Evaluates arguments in the order in which they are written; the values are given by the ordinal of the parameter.</summary>
    private ValueExpr?[] TrackArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.IsEmpty)
        {
            return [];
        }

        var values = new ValueExpr?[arguments.Max(static argument => argument.Parameter?.Ordinal ?? 0) + 1];
        bool isAny = false;
        foreach (IArgumentOperation argument in arguments)
        {
            ValueExpr? value = TrackArgument(argument);
            if (argument.Parameter is { } parameter && value is not null)
            {
                values[parameter.Ordinal] = value;
                isAny = true;
            }
        }

        return isAny ? values : [];
    }

    private ValueExpr? TrackArgument(IArgumentOperation argument)
    {
        if (argument.Parameter?.RefKind is null or RefKind.None)
        {
            return TrackGiven(argument);
        }

        // Passing a place on is what touches it, when the call is made.
        if (VisitReference(argument.Value) is { } view)
        {
            _passed[argument] = view;
        }

        switch (argument.Value)
        {
            case ILocalReferenceOperation { Local: { } local } when FrameworkTypes.IsDelegate(local.Type) && argument.Parameter.RefKind != RefKind.In:
                scope.Assign(local, UnknownDelegate);
                break;

            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: { } declared } } when FrameworkTypes.IsDelegate(declared.Type):
                scope.Assign(declared, UnknownDelegate);
                break;

            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: { } declared } } when IsPlainDisposable(declared.Type):
            case ILocalReferenceOperation { Local: { } assigned } when IsPlainDisposable(assigned.Type) && argument.Parameter.RefKind != RefKind.In:
                // It may be a pausing scope that the callee began.
                scope.Assign(LocalOf(argument.Value)!, ValueExpr.Scope.Instance);
                break;

            case IFieldReferenceOperation { Field: { } field } when FrameworkTypes.IsDelegate(field.Type) && argument.Parameter.RefKind != RefKind.In && _services.Files.KeyOf(field) is { } key:
                scope.Assignments.Add((key, UnknownDelegate));
                break;
        }

        return null;
    }

    private static ILocalSymbol? LocalOf(IOperation operation) => operation switch
    {
        IDeclarationExpressionOperation declaration => LocalOf(declaration.Expression),
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };

    private static bool IsPlainDisposable(ITypeSymbol type) => type is { TypeKind: TypeKind.Interface, Name: "IDisposable" or "IAsyncDisposable" };

    // Who gets a reference to vCPU state uses it during the call.
    private void EmitReferenceTouches(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (_passed.TryGetValue(argument, out StateView? view))
            {
                EmitTouch(argument.Value, view, writes: argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out });
            }
        }
    }

    private ValueExpr.Called? TrackDelegateCall(IInvocationOperation invocation, ValueUse use)
    {
        ValueExpr callee = (invocation.Instance is { } instance ? Track(instance) : null) ?? UnknownDelegate;
        ValueExpr?[] arguments = TrackArguments(invocation.Arguments);
        EmitReferenceTouches(invocation.Arguments);
        IOperation? target = invocation.Instance is { } called ? Unwrapped(called) : null;
        target = target is IConditionalAccessInstanceOperation && _accessed.Count > 0 ? _accessed.Peek().Operation : target;
        _hasPaused |= _services.Types.IsDisposable(invocation.Type);
        if (!IsCertainlyThere(target))
        {
            Emit(Effect.MayThrow.Instance);
        }

        // What its code throws is in the summary of that.
        var invoke = new Effect.Invoke(
            Site(invocation), callee, arguments, use.Mode, mayNotHappen: false, mayRepeat: IsMulticast(target), mayBeSeveral: target is IMemberReferenceOperation,
            resultToken: use.Token);
        Emit(invoke);
        _lastCall = invoke;
        return IsFollowed(invocation.Type) ? new ValueExpr.Called(callee, arguments) : null;
    }

    private bool IsCertainlyThere(IOperation? callee) => callee switch
    {
        IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation => true,
        ILocalReferenceOperation { Local: { } local } => scope.IsFunction(local),
        _ => false,
    };

    private bool IsMulticast(IOperation? callee) => callee switch
    {
        ILocalReferenceOperation { Local: { } local } => scope.Multicast.Contains(local),
        IParameterReferenceOperation { Parameter: { } parameter } => scope.Multicast.Contains(parameter),
        IEventReferenceOperation => true,
        _ => false,
    };

    /// <summary>Calls a member whose receiver and arguments have been evaluated: what facts promise beats what its body does.</summary>
    private ValueExpr? EmitCall(
        IOperation site, IMethodSymbol method, Receiver receiver, ValueExpr?[] arguments, ValueUse use, ImmutableArray<IArgumentOperation> written = default)
    {
        MemberEffects facts = Facts.Of(method);
        if (MemberContract.IsContract(facts))
        {
            return EmitContract(site, method, facts, arguments, written, use);
        }

        ImmutableArray<ConditionalEffect> conditional = Facts.Conditional(method);
        if (!conditional.IsEmpty)
        {
            EmitConditional(site, method, conditional, arguments, written);
            return null;
        }

        CallTarget[] targets = _services.Targets.Of(method, receiver);
        if (targets.Length == 0)
        {
            EmitUnknownCall(site, method, arguments, written);
            return FrameworkTypes.IsDelegate(method.ReturnType) ? UnknownDelegate : null;
        }

        string? declared = targets.Length > Effect.Call.MaxTargets ? MemberName.Of(method) : null;
        var call = new Effect.Call(Site(site), targets, arguments, use.Mode, use.Token, declared);
        _hasPaused |= _services.Types.IsDisposable(method.ReturnType);
        Emit(call);
        _lastCall = call;
        if (receiver.MayThrow(method) && (use.Mode != CallMode.Started || !method.IsAsync || targets.Length > 1))
        {
            Emit(Effect.MayThrow.Instance);
        }

        return IsFollowed(method.ReturnType) ? new ValueExpr.Result(call) : null;
    }

    /// <summary>Whether two evaluations of a receiver give the same machine.</summary>
    private bool IsStable(IOperation? instance) => instance is null || Unwrapped(instance) switch
    {
        IInstanceReferenceOperation or IParameterReferenceOperation => true,
        ILocalReferenceOperation { Local: { } local } => !scope.Reassigned.Contains(local),
        IFieldReferenceOperation field => IsStable(field.Instance),
        IPropertyReferenceOperation { Property.IsIndexer: false } property => IsStable(property.Instance),
        IConditionalAccessInstanceOperation => _accessed.Count > 0 && IsStable(_accessed.Peek().Operation),
        _ => false,
    };
}
