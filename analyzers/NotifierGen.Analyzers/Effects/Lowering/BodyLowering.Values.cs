using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Operations that make a value, or choose one: creations, conversions, ?:, ??, ?. and await.</content>
internal sealed partial class BodyLowering
{
    private ValueExpr? TrackCreation(IObjectCreationOperation creation)
    {
        ValueExpr?[] arguments = TrackArguments(creation.Arguments);
        EmitReferenceTouches(creation.Arguments);
        if (_services.Blocking.Describe(creation) is { } blocking)
        {
            Emit(new Effect.Block(Site(creation), blocking));
        }

        ValueExpr? value = null;
        if (creation.Constructor is { } constructor)
        {
            bool isUnknown = _services.Files.KeyOf(creation.Type ?? (ISymbol)constructor) is null && !MemberContract.IsContract(Facts.Of(constructor));
            value = isUnknown
                ? TrackFrameworkCall(creation, constructor, null, arguments, creation.Arguments, ValueUse.None)
                : EmitCall(creation, constructor, new Receiver(creation.Type, IsVirtual: false), arguments, ValueUse.None, creation.Arguments);
        }

        EmitKeptByPrimaryConstructor(creation, arguments);
        Visit(creation.Initializer);
        return value;
    }

    // A parameter of a primary constructor is kept as long as the object; any member may use it.
    private void EmitKeptByPrimaryConstructor(IObjectCreationOperation creation, ValueExpr?[] arguments)
    {
        if (creation.Constructor?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not TypeDeclarationSyntax)
        {
            return;
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is { } value and not ValueExpr.Constant)
            {
                Emit(new Effect.Defer(SiteOf(creation.Arguments, i, creation), value, $"kept in an object of '{creation.Type?.Name}'"));
            }
        }
    }

    private static INamedTypeSymbol? CreatedType(IOperation value) =>
        Unwrapped(value) is IObjectCreationOperation { Type: INamedTypeSymbol { TypeKind: TypeKind.Class } type } ? type : null;

    private ValueExpr? TrackMethodReference(IMethodReferenceOperation reference)
    {
        Drop(reference.Instance);
        IMethodSymbol method = reference.Method;
        if (method.MethodKind == MethodKind.LocalFunction)
        {
            return FunctionOf(method);
        }

        CallTarget[] targets = _services.Targets.Of(method, Receiver.Of(reference.Instance, method, scope) with { IsVirtual = reference.IsVirtual });
        return targets.Length switch
        {
            0 => null,
            > Effect.Call.MaxTargets => new ValueExpr.Unknown($"'{MemberName.Of(method)}' has {targets.Length} implementations; annotate it"),
            _ => FunctionOf(targets),
        };
    }

    private ValueExpr.Function FunctionOf(CallTarget[] targets)
    {
        scope.Callees.Add(targets);
        return new ValueExpr.Function(targets);
    }

    private ValueExpr? TrackConversion(IConversionOperation conversion, ValueUse use)
    {
        ValueExpr? value = TrackFor(conversion.Operand, use);
        if (conversion.OperatorMethod is { } method)
        {
            return EmitCall(conversion, method, Receiver.Of(null, method, scope), value is null ? [] : [value], ValueUse.None);
        }

        if (!conversion.IsImplicit && !conversion.IsTryCast && conversion.Conversion is { IsReference: true, IsImplicit: false } or { IsNumeric: false, IsUserDefined: false, IsImplicit: false, IsReference: false })
        {
            Emit(Effect.MayThrow.Instance);
        }

        return value ?? (FrameworkTypes.IsLazySequence(conversion.Type) ? SequenceOf(conversion.Operand) : null);
    }

    private ValueExpr? TrackConditional(IConditionalOperation conditional, ValueUse use)
    {
        ValueExpr? chosen = null;
        Effect condition = ConditionOf(conditional.Condition);
        Effect then = Capture(() => chosen = TrackBranch(conditional, conditional.WhenTrue, use));
        ValueExpr? other = null;
        Effect otherwise = conditional.WhenFalse is { } whenFalse ? Capture(() => other = TrackBranch(conditional, whenFalse, use)) : Effect.Nothing;
        EmitBranch(condition, then, otherwise);
        return UnionOf(chosen, other);
    }

    private ValueExpr? TrackBranch(IConditionalOperation conditional, IOperation branch, ValueUse use)
    {
        if (conditional.Type is not null && !conditional.IsRef)
        {
            return TrackFor(branch, use);
        }

        Visit(branch);
        return null;
    }

    private ValueExpr? TrackCoalesce(ICoalesceOperation coalesce, ValueUse use)
    {
        ValueExpr? other = null;
        if (coalesce.ValueConversion is not { IsUserDefined: true }
            && coalesce.Value is IConditionalAccessOperation { WhenNotNull.Type: { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } } access)
        {
            // What stands behind ?. is never null: it runs, or what stands behind ?? does.
            ValueExpr? accessed = TrackConditionalAccess(access, use, () => Capture(() => other = TrackFor(coalesce.WhenNull, use)));
            return UnionOf(accessed, other);
        }

        ValueExpr? value = TrackFor(coalesce.Value, use);
        Effect whenNull = Capture(() => other = TrackFor(coalesce.WhenNull, use));
        if (coalesce.ValueConversion is { IsUserDefined: true, MethodSymbol: { } conversion })
        {
            EmitCall(coalesce, conversion, Receiver.None, [], ValueUse.None);
        }

        EmitBranch(Effect.Nothing, whenNull, Effect.Nothing);
        return UnionOf(value, other);
    }

    private ValueExpr? TrackConditionalAccess(IConditionalAccessOperation access, ValueUse use, Func<Effect>? lowerOtherwise = null)
    {
        ValueExpr? receiver = Track(access.Operation);
        _accessed.Push((Unwrapped(access.Operation), receiver));
        ValueExpr? value = null;
        Effect whenNotNull = Capture(() => value = TrackFor(access.WhenNotNull, use));
        _accessed.Pop();
        Effect otherwise = lowerOtherwise?.Invoke() ?? Effect.Nothing;

        // Without a machine there is nothing to pause, and nothing to touch.
        if (IsOfReceiver(access.WhenNotNull) && Pauses(whenNotNull))
        {
            Emit(whenNotNull);
            EmitBranch(Effect.Nothing, otherwise, Effect.Nothing);
        }
        else
        {
            EmitBranch(Effect.Nothing, whenNotNull, otherwise);
        }

        return value;
    }

    /// <summary>Whether the receiver of ?. is what is paused or ended, and not what an argument names.</summary>
    private bool IsOfReceiver(IOperation whenNotNull) => Unwrapped(whenNotNull) switch
    {
        IConditionalAccessOperation inner => IsOfReceiver(inner.WhenNotNull),
        IInvocationOperation { TargetMethod: { } method } call => (IsDispose(call) || (Facts.Of(method) & MemberEffects.PausesVm) != 0)
            && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } paused && IsReceiver(paused),
        _ => false,
    };

    private static bool IsReceiver(IOperation operation) => Unwrapped(operation) switch
    {
        IConditionalAccessInstanceOperation => true,
        IMemberReferenceOperation { Instance: { } instance } => IsReceiver(instance),
        _ => false,
    };

    private static bool Pauses(Effect effect) => effect switch
    {
        Effect.Pause or Effect.Acquire or Effect.Release => true,
        Effect.Sequence sequence => sequence.Items.Any(static item => item is Effect.Pause or Effect.Acquire or Effect.Release),
        _ => false,
    };

    private ValueExpr? TrackAwait(IAwaitOperation awaited, ValueUse use)
    {
        // A pause that is waited for holds behind the await.
        bool isPause = IsAwaitedPause(awaited.Operation);
        if (isPause)
        {
            Emit(Effect.Suspend.Instance);
        }

        ValueExpr? value = TrackAwaited(awaited.Operation, use with { Mode = CallMode.Awaited });
        Emit(Effect.MayThrow.Instance);
        AwaitExpressionInfo info = awaited.Syntax is AwaitExpressionSyntax syntax ? scope.Model.GetAwaitExpressionInfo(syntax) : default;
        EmitEnumeration(awaited, info.GetAwaiterMethod, CallMode.Blocked);
        EmitEnumeration(awaited, info.IsCompletedProperty?.GetMethod, CallMode.Blocked);
        if (!isPause && !SuspendsByItself(awaited.Operation))
        {
            Emit(Effect.Suspend.Instance);
        }

        EmitEnumeration(awaited, info.GetResultMethod, CallMode.Blocked);
        return IsFollowed(awaited.Type) ? value ?? (FrameworkTypes.IsDelegate(awaited.Type) ? UnknownDelegate : null) : null;
    }

    // An async method that is certainly the callee says itself where it suspends, and how it ends.
    private bool SuspendsByItself(IOperation task) => Unwrapped(task) switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner } => SuspendsByItself(inner),
        IInvocationOperation { TargetMethod: { } method } => SuspendsByItself(method),
        _ => false,
    };

    private bool SuspendsByItself(IMethodSymbol method) =>
        method is { IsAsync: true, IsVirtual: false, IsAbstract: false, IsOverride: false } && !MemberContract.IsContract(Facts.Of(method));

    private bool IsAwaitedPause(IOperation task) => Unwrapped(task) switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync", Instance: { } inner } => IsAwaitedPause(inner),
        IInvocationOperation { TargetMethod: { } method } =>
            (Facts.Of(method) & (MemberEffects.PausesVm | MemberEffects.ResumesVm | MemberEffects.NoVmEffect)) == MemberEffects.PausesVm,
        _ => false,
    };

    /// <summary>Evaluates a task that somebody waits for.</summary>
    private ValueExpr? TrackAwaited(IOperation task, ValueUse use) => TrackFor(task, use);

    private ValueExpr? TrackAwaited(IOperation task, CallMode mode) => TrackAwaited(task, new ValueUse(-1, mode));

    private ValueExpr? TrackArray(IArrayCreationOperation array)
    {
        foreach (IOperation size in array.DimensionSizes)
        {
            Visit(size);
        }

        return array.Initializer is null ? null : UnionOf(array.Initializer.ElementValues);
    }

    private ValueExpr? UnionOf(IEnumerable<IOperation> elements)
    {
        var values = new List<ValueExpr>();
        foreach (IOperation element in elements)
        {
            ValueExpr? value = element is IArrayInitializerOperation nested ? UnionOf(nested.ElementValues) : Track(element);
            if (value is not null and not ValueExpr.Constant)
            {
                values.Add(value);
            }
        }

        return values.Count switch { 0 => null, 1 => values[0], _ => new ValueExpr.Union([.. values]) };
    }
}
