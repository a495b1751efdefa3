using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Views of vCPU state: references, arrays and spans that are it, and what holds or returns them.</content>
internal sealed partial class BodyLowering
{
    // A member that is marked as vCPU state hands out a reference to it; to take it is no touch.
    private StateView VisitMarked(IOperation? instance, ImmutableArray<IArgumentOperation> arguments)
    {
        Drop(instance);
        TrackArguments(arguments);
        Emit(Effect.MayThrow.Instance);
        return StateView.Certain;
    }

    private StateView VisitCertain(IOperation operation)
    {
        Drop(operation);
        return StateView.Certain;
    }

    // Whether the reference that a method of the compilation returns leads to vCPU state is known when its body is.
    private StateView? VisitReturned(IOperation operation)
    {
        _lastCall = null;
        Drop(operation);
        return _lastCall is null ? null : StateView.Of(_lastCall);
    }

    /// <summary>Evaluates an array, a span or a pointer of which an element is used. Null: its elements are no vCPU state.</summary>
    private StateView? VisitView(IOperation operation)
    {
        if (ViewIn(operation) is not { } view)
        {
            return IsReturnedView(operation) ? VisitReturned(operation) : Dropped(operation);
        }

        if (Unwrapped(operation) is IFieldReferenceOperation field)
        {
            Drop(field.Instance);
        }
        else if (Unwrapped(operation) is not ILocalReferenceOperation)
        {
            Drop(operation);
        }

        return view;
    }

    private StateView? Dropped(IOperation operation)
    {
        Drop(operation);
        return null;
    }

    /// <summary>The view that a value is or holds; null if it is none, or what a call of the compilation returns.</summary>
    private StateView? ViewIn(IOperation operation) => !IsStateView(operation) ? null
        : RootOf(operation) is { } local && scope.ViewOf(local) is { } view ? view
        : StateView.Certain;

    /// <summary>The view that a value which has just been evaluated is, holds or may turn out to be when the body is known that returned it.</summary>
    private StateView? ViewLeftBy(IOperation value) => ViewIn(value) ?? (_lastCall is { } made && IsReturnedView(value) ? StateView.Of(made) : null);

    // The local that a value is a part of.
    private static ILocalSymbol? RootOf(IOperation operation) => Unwrapped(operation) switch
    {
        ILocalReferenceOperation { Local: { } local } => local,
        IArrayElementReferenceOperation element => RootOf(element.ArrayReference),
        IFieldReferenceOperation { Instance: { Type.IsTupleType: true } tuple } => RootOf(tuple),
        IPropertyReferenceOperation { Instance: { } collection } => RootOf(collection),
        IInvocationOperation invocation => (invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is { } given ? RootOf(given) : null,
        IAwaitOperation awaited => RootOf(awaited.Operation),
        IConversionOperation { Operand: { } operand } => RootOf(operand),
        _ => null,
    };

    /// <summary>Whether a value is what a member of the compilation returns, and may hold a view: its body tells.</summary>
    private bool IsReturnedView(IOperation operation) => Unwrapped(operation) switch
    {
        IInvocationOperation { TargetMethod: { } method } invocation => IsFrameworkCall(method) && method.MethodKind != MethodKind.DelegateInvoke
            ? IsViewOrReference(method)
                && (invocation.Arguments.Any(static argument => ReturnsView(argument.Value.Type))
                    || ((invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is { } viewed && IsReturnedView(viewed)))
            : FrameworkTypes.MayReturnView(method.ReturnType),
        IPropertyReferenceOperation { Property: { GetMethod.DeclaringSyntaxReferences.Length: > 0 } property } => FrameworkTypes.MayReturnView(property.Type),
        IPropertyReferenceOperation { Property: { } property, Instance: { } holder } =>
            FrameworkTypes.HoldsViews(holder.Type) && FrameworkTypes.MayHoldView(property.Type) && IsReturnedView(holder),
        IAwaitOperation awaited => FrameworkTypes.MayHoldView(awaited.Type) && IsReturnedView(awaited.Operation),
        IConversionOperation { Operand: { } converted } conversion => FrameworkTypes.IsView(conversion.Type) && IsReturnedView(converted),
        IArrayElementReferenceOperation element => IsReturnedView(element.ArrayReference),
        IFieldReferenceOperation { Instance: { Type.IsTupleType: true } tuple } field => FrameworkTypes.MayHoldView(field.Type) && IsReturnedView(tuple),
        _ => false,
    };

    /// <summary>Whether a value is vCPU state itself, or leads to it: an array, span or pointer of it.</summary>
    private bool IsStateView(IOperation operation) => Unwrapped(operation) switch
    {
        IConversionOperation { Operand: { } converted } conversion => FrameworkTypes.IsView(conversion.Type) && IsStateView(converted),
        ILocalReferenceOperation { Local: { } local } => scope.ViewOf(local) is not null,
        IParameterReferenceOperation { Parameter: { } parameter } => Facts.IsVcpuState(parameter),
        IAddressOfOperation { Reference: { } place } => IsStateView(place),
        IConditionalOperation { WhenFalse: { } otherwise } choice => IsStateView(choice.WhenTrue) || IsStateView(otherwise),
        IInvocationOperation { TargetMethod: { } method } invocation => IsState(Facts.Of(method))
            || (IsViewOrReference(method) && _services.Files.KeyOf(method) is null
                && ((invocation.Instance is { } instance && IsStateView(instance)) || invocation.Arguments.Any(argument => IsStateView(argument.Value)))),
        IArrayElementReferenceOperation element => IsStateView(element.ArrayReference),
        IFieldReferenceOperation { Instance: { Type.IsTupleType: true } tuple } field => FrameworkTypes.MayHoldView(field.Type) && IsStateView(tuple),
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } part } field => IsState(Facts.Of(field.Field)) || IsStateView(part),
        IPropertyReferenceOperation { Property: { } part, Instance: { } collection }
            when (part.IsIndexer || FrameworkTypes.HoldsViews(collection.Type)) && FrameworkTypes.MayHoldView(part.Type) && !IsState(Facts.Of(part)) =>
            _services.Files.KeyOf(part) is null && IsStateView(collection),
        IAwaitOperation awaited => FrameworkTypes.MayHoldView(awaited.Type) && IsStateView(awaited.Operation),
        IObjectCreationOperation { Type: { } type } creation => FrameworkTypes.MayHoldView(type)
            && (creation.Arguments.Any(argument => IsStateView(argument.Value))
                || creation.Initializer?.Initializers.Any(element => element is IInvocationOperation add && add.Arguments.Any(argument => IsStateView(argument.Value))) == true),
        ITupleOperation tuple => tuple.Elements.Any(IsStateView),
        IArrayCreationOperation { Type: IArrayTypeSymbol array, Initializer: { } elements } => FrameworkTypes.MayHoldView(array.ElementType) && elements.ElementValues.Any(IsStateView),
        { Kind: FrameworkTypes.CollectionExpression } elements =>
            FrameworkTypes.HoldsViews(elements.Type) && elements.ChildOperations.Any(IsStateView),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.ReturnType: { } returnType } factory } =>
            FrameworkTypes.MayHoldView(returnType) && factory.Body.Operations.Any(statement => statement is IReturnOperation { ReturnedValue: { } made } && IsStateView(made)),
        IMemberReferenceOperation { Member: { } member } => IsState(Facts.Of(member)),
        { Kind: OperationKind.None } unknown => unknown.ChildOperations.Any(IsStateView),
        _ => false,
    };

    // A method that returns an array returns a copy, unless it returns what a factory made, or an element of what it was given.
    private static bool IsViewOrReference(IMethodSymbol method) =>
        method.ReturnsByRef || method.ReturnsByRefReadonly || FrameworkTypes.HoldsViews(method.ReturnType)
        || ((method.ReturnType is not IArrayTypeSymbol || method.OriginalDefinition.ReturnType is ITypeParameterSymbol) && FrameworkTypes.IsView(method.ReturnType));
}
