using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Reading variables and members, and references to vCPU state: to have one is no touch, to use it is.</content>
internal sealed partial class BodyLowering
{
    private static readonly ValueExpr s_unknownDelegate = new ValueExpr.Unknown("a delegate comes from where it is not followed");

    private static ValueExpr UnknownDelegate => s_unknownDelegate;

    private ValueExpr? TrackProperty(IPropertyReferenceOperation reference, ValueUse use)
    {
        IPropertySymbol property = reference.Property;
        if (_services.Blocking.Describe(reference) is { } blocking)
        {
            Emit(new Effect.Block(Site(reference), blocking));
        }

        bool isResult = property.Name == "Result" && FrameworkTypes.IsTask(property.ContainingType) && reference.Instance is not null;
        ValueExpr? instance = isResult ? TrackAwaited(reference.Instance!, new ValueUse(use.Token, CallMode.Blocked)) : TrackInstance(reference);
        ValueExpr?[] arguments = TrackArguments(reference.Arguments);
        return TrackGet(reference, instance, arguments, use);
    }

    /// <summary>The instance of a member; a struct is used where it stands, so a struct that is vCPU state is touched by using a part of it.</summary>
    private ValueExpr? TrackInstance(IMemberReferenceOperation reference)
    {
        if (reference.Instance is not { } instance)
        {
            return null;
        }

        if (instance.Type is { IsValueType: true } && !IsState(Facts.Of(reference.Member)))
        {
            UseInstance(instance);
            return null;
        }

        return Track(instance);
    }

    /// <summary>A struct is used where it stands. A view of vCPU state that is made on the spot has been touched by making it.</summary>
    private void UseInstance(IOperation instance)
    {
        StateView? view = null;
        Effect made = Capture(() => view = VisitReference(instance));
        Emit(made);
        if (instance is not IInvocationOperation || !Touches(made))
        {
            EmitTouch(instance, view, writes: false);
        }
    }

    private static bool Touches(Effect effect) => effect is Effect.Touch || (effect is Effect.Sequence sequence && sequence.Items.Any(Touches));

    /// <summary>Reads a property whose receiver and arguments have been evaluated.</summary>
    private ValueExpr? TrackGet(IPropertyReferenceOperation reference, ValueExpr? instance, ValueExpr?[] arguments, ValueUse use)
    {
        IPropertySymbol property = reference.Property;
        if (property.GetMethod is not { } getter)
        {
            // The property of a ref that is only assigned has been written already.
            return null;
        }

        bool isStored = AutoProperty.IsAuto(property);
        ValueExpr? value = EmitCall(reference, getter, Receiver.Of(reference.Instance, getter, scope), arguments, use);
        if (isStored && IsFollowed(property.Type))
        {
            return FieldOf(property);
        }

        if (instance is not null && getter.DeclaringSyntaxReferences.Length == 0)
        {
            // Lazy.Value runs what the object was given.
            Emit(new Effect.Invoke(Site(reference), instance, [], CallMode.Blocked, mayNotHappen: true, mayRepeat: false));
            return IsFollowed(property.Type) ? instance : null;
        }

        return value ?? (FrameworkTypes.IsDelegate(property.Type) ? UnknownDelegate : null);
    }

    private ValueExpr? TrackField(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;
        EmitTouch(reference, VisitReference(reference), writes: false);
        return IsFollowed(field.Type) ? FieldOf(field) : null;
    }

    private ValueExpr? TrackEvent(IEventReferenceOperation reference)
    {
        Drop(reference.Instance);
        return FieldOf(reference.Event);
    }

    private ValueExpr FieldOf(ISymbol member) => _services.Files.KeyOf(member) is { } key ? new ValueExpr.Field(key, member.Name) : UnknownDelegate;

    private ValueExpr.Local? TrackLocal(ILocalReferenceOperation reference)
    {
        if (!FrameworkTypes.HoldsViews(reference.Local.Type) || IsHandedOn(reference))
        {
            EmitTouch(reference, scope.ViewOf(reference.Local), writes: false);
        }

        return IsFollowed(reference.Local.Type) ? new ValueExpr.Local(scope.LocalOf(reference.Local)) : null;
    }

    private ValueExpr? TrackParameter(IParameterReferenceOperation reference)
    {
        IParameterSymbol parameter = reference.Parameter;
        EmitTouch(reference, VisitReference(reference), writes: false);
        int owner = scope.PartOf(parameter.ContainingSymbol);
        bool isFollowed = IsFollowed(parameter.Type) || (FrameworkTypes.IsBranchedOn(parameter.Type) && reference.Parent is IArgumentOperation);
        if (!isFollowed)
        {
            return null;
        }

        // A parameter of a primary constructor lives as long as the object.
        ValueExpr given = owner < 0 ? UnknownDelegate : scope.Use(owner, parameter.Ordinal);
        return scope.Reassigned.Contains(parameter) ? new ValueExpr.Union([given, new ValueExpr.Local(scope.LocalOf(parameter))]) : given;
    }

    private ValueExpr? TrackElement(IArrayElementReferenceOperation element)
    {
        ValueExpr? array = Track(element.ArrayReference);
        foreach (IOperation index in element.Indices)
        {
            Visit(index);
        }

        if (!FrameworkTypes.MayHoldView(element.Type) && RootOf(element) is { } local && FrameworkTypes.HoldsViews(local.Type))
        {
            EmitTouch(element, ViewIn(element.ArrayReference), writes: false);
        }

        Emit(Effect.MayThrow.Instance);
        return IsFollowed(element.Type) ? array ?? (FrameworkTypes.IsDelegate(element.Type) ? UnknownDelegate : null) : null;
    }

    private bool IsFollowed(ITypeSymbol? type) => _services.Types.IsFollowed(type);

    private static bool IsState(MemberEffects facts) => MemberContract.IsState(facts);

    /// <summary>A place is read or written; that touches vCPU state if it is a view of it.</summary>
    private void EmitTouch(IOperation operation, StateView? view, bool writes)
    {
        if (view is null)
        {
            return;
        }

        IOperation named = Unwrapped(operation);
        string member = named switch
        {
            IMemberReferenceOperation reference when IsState(Facts.Of(reference.Member)) => MemberName.Of(reference.Member),
            IMemberReferenceOperation { Instance: { } instance } when instance is IMemberReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation => NameOf(instance),
            IArrayElementReferenceOperation element => NameOf(Unwrapped(element.ArrayReference)),
            _ => NameOf(Touched(named)),
        };
        var touch = new Effect.Touch(Site(Touched(named)), member, writes);
        Emit(view.IsCertain ? touch : new Effect.TouchThrough(touch, view.Through));
    }

    // Of an element, the array that is vCPU state; of what a pointer points to, the pointer.
    private static IOperation Touched(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation element => Touched(Unwrapped(element.ArrayReference)),
        { Kind: OperationKind.None } pointed when pointed.ChildOperations.FirstOrDefault() is { } pointer => Touched(Unwrapped(pointer)),
        _ => operation,
    };

    private static string NameOf(IOperation operation) => operation switch
    {
        IMemberReferenceOperation reference => MemberName.Of(reference.Member),
        IInvocationOperation invocation => MemberName.Of(invocation.TargetMethod),
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        _ => operation.Syntax.ToString(),
    };

    private static StateView? CertainIf(bool isState) => isState ? StateView.Certain : null;

    /// <summary>Evaluates the place that an operation stands for, without using it. Null: the place is no vCPU state.</summary>
    private StateView? VisitReference(IOperation operation)
    {
        switch (operation)
        {
            case IFieldReferenceOperation { Instance: var instance, Field: { } field }:
                StateView? whole = instance is { Type.IsValueType: true } ? VisitReference(instance) : null;
                if (instance is { Type.IsTupleType: true } && !FrameworkTypes.MayHoldView(field.Type))
                {
                    // Beside a view in a tuple may be a plain value.
                    whole = null;
                }

                if (instance is { Type.IsValueType: false })
                {
                    Drop(instance);
                }

                return IsState(Facts.Of(field)) ? StateView.Certain : (Facts.Of(field) & MemberEffects.VcpuSafe) != 0 ? null : whole;

            case ILocalReferenceOperation { Local: { } local }:
                return scope.ViewOf(local);

            case IParameterReferenceOperation { Parameter: { } parameter }:
                return CertainIf(Facts.IsVcpuState(parameter));

            case IArrayElementReferenceOperation element:
                StateView? array = VisitView(element.ArrayReference);
                foreach (IOperation index in element.Indices)
                {
                    Visit(index);
                }

                Emit(Effect.MayThrow.Instance);
                return array;

            case IConversionOperation { OperatorMethod: null } conversion:
                return VisitReference(conversion.Operand);

            case IDeclarationExpressionOperation or IDiscardOperation:
                return null;

            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                StateView? one = null;
                StateView? other = null;
                Effect condition = ConditionOf(choice.Condition);
                Effect then = Capture(() => one = VisitReference(choice.WhenTrue));
                Effect instead = Capture(() => other = VisitReference(otherwise));
                EmitBranch(condition, then, instead);
                return one?.Or(other) ?? other;

            case IAddressOfOperation address:
                return VisitReference(address.Reference);

            case IPropertyReferenceOperation { Property: { } property } reference when property.ReturnsByRef || property.ReturnsByRefReadonly:
                return IsState(Facts.Of(property))
                    ? VisitMarked(reference.Instance, reference.Arguments)
                    : VisitReturned(reference);

            case IInvocationOperation { TargetMethod: { } method } invocation when method.ReturnsByRef || method.ReturnsByRefReadonly:
                return IsState(Facts.Of(method))
                    ? VisitMarked(invocation.Instance, invocation.Arguments)
                    : IsStateView(operation) ? VisitCertain(operation) : VisitReturned(invocation);

            case IInvocationOperation or IPropertyReferenceOperation when IsStateView(operation):
                return VisitCertain(operation);

            case { Kind: OperationKind.None }:
                // Pointer indirection has no operation of its own before Roslyn 4.9.
                StateView? pointed = null;
                foreach (IOperation child in operation.ChildOperations)
                {
                    pointed = VisitReference(child) ?? pointed;
                }

                return pointed;

            default:
                Visit(operation);
                return null;
        }
    }

    private static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
