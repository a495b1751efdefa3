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
            if (VisitReference(instance))
            {
                EmitTouch(instance, writes: false);
            }

            return null;
        }

        return Track(instance);
    }

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
        if (VisitReference(reference))
        {
            EmitTouch(reference, writes: false);
        }

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
        if (scope.IsView(reference.Local))
        {
            EmitTouch(reference, writes: false);
        }

        return IsFollowed(reference.Local.Type) ? new ValueExpr.Local(scope.LocalOf(reference.Local)) : null;
    }

    private ValueExpr? TrackParameter(IParameterReferenceOperation reference)
    {
        IParameterSymbol parameter = reference.Parameter;
        if (Facts.IsVcpuState(parameter))
        {
            EmitTouch(reference, writes: false);
        }

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

        Emit(Effect.MayThrow.Instance);
        return IsFollowed(element.Type) ? array ?? (FrameworkTypes.IsDelegate(element.Type) ? UnknownDelegate : null) : null;
    }

    private bool IsFollowed(ITypeSymbol? type) => _services.Types.IsFollowed(type);

    private static bool IsState(MemberEffects facts) => MemberContract.IsState(facts);

    /// <summary>vCPU state that the operation names is read or written here.</summary>
    private void EmitTouch(IOperation operation, bool writes)
    {
        IOperation named = Unwrapped(operation);
        string member = named switch
        {
            IMemberReferenceOperation reference when IsState(Facts.Of(reference.Member)) => MemberName.Of(reference.Member),
            IMemberReferenceOperation { Instance: { } instance } when instance is IMemberReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation => NameOf(instance),
            IArrayElementReferenceOperation element => NameOf(Unwrapped(element.ArrayReference)),
            _ => NameOf(Touched(named)),
        };
        Emit(new Effect.Touch(Site(Touched(named)), member, writes));
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

    /// <summary>Evaluates the place that an operation stands for, without using it. True: the place is vCPU state.</summary>
    private bool VisitReference(IOperation operation)
    {
        switch (operation)
        {
            case IFieldReferenceOperation { Instance: var instance, Field: { } field }:
                bool isPart = instance is { Type.IsValueType: true } && VisitReference(instance);
                if (instance is { Type.IsValueType: false })
                {
                    Drop(instance);
                }

                return (isPart && (Facts.Of(field) & MemberEffects.VcpuSafe) == 0) || IsState(Facts.Of(field));

            case ILocalReferenceOperation { Local: { } local }:
                return scope.IsView(local);

            case IParameterReferenceOperation { Parameter: { } parameter }:
                return Facts.IsVcpuState(parameter);

            case IArrayElementReferenceOperation element:
                bool isElement = VisitView(element.ArrayReference);
                foreach (IOperation index in element.Indices)
                {
                    Visit(index);
                }

                Emit(Effect.MayThrow.Instance);
                return isElement;

            case IConversionOperation { OperatorMethod: null } conversion:
                return VisitReference(conversion.Operand);

            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                bool isOne = false;
                Effect condition = ConditionOf(choice.Condition);
                Effect then = Capture(() => isOne |= VisitReference(choice.WhenTrue));
                Effect other = Capture(() => isOne |= VisitReference(otherwise));
                EmitBranch(condition, then, other);
                return isOne;

            case IAddressOfOperation address:
                return VisitReference(address.Reference);

            case IInvocationOperation or IPropertyReferenceOperation when IsStateView(operation):
                Drop(operation);
                return true;

            case { Kind: OperationKind.None }:
                // Pointer indirection has no operation of its own before Roslyn 4.9.
                bool isPointed = false;
                foreach (IOperation child in operation.ChildOperations)
                {
                    isPointed |= VisitReference(child);
                }

                return isPointed;

            default:
                Visit(operation);
                return false;
        }
    }

    /// <summary>Evaluates an array, a span or a pointer of which an element is used. True: its elements are vCPU state.</summary>
    private bool VisitView(IOperation operation)
    {
        if (!IsStateView(operation))
        {
            Drop(operation);
            return false;
        }

        if (Unwrapped(operation) is IFieldReferenceOperation field)
        {
            Drop(field.Instance);
        }
        else if (Unwrapped(operation) is not ILocalReferenceOperation)
        {
            Drop(operation);
        }

        return true;
    }

    /// <summary>Whether a value is vCPU state itself, or leads to it: an array, span or pointer of it.</summary>
    private bool IsStateView(IOperation operation) => Unwrapped(operation) switch
    {
        ILocalReferenceOperation { Local: { } local } => scope.IsView(local),
        IParameterReferenceOperation { Parameter: { } parameter } => Facts.IsVcpuState(parameter),
        IAddressOfOperation { Reference: { } place } => IsStateView(place),
        IConditionalOperation { WhenFalse: { } otherwise } choice => IsStateView(choice.WhenTrue) || IsStateView(otherwise),
        IInvocationOperation { TargetMethod: { } method } invocation => IsState(Facts.Of(method))
            || (IsViewOrReference(method) && _services.Files.KeyOf(method) is null
                && ((invocation.Instance is { } instance && IsStateView(instance)) || invocation.Arguments.Any(argument => IsStateView(argument.Value)))),
        IArrayElementReferenceOperation element => IsStateView(element.ArrayReference),
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } part } field => IsState(Facts.Of(field.Field)) || IsStateView(part),
        IMemberReferenceOperation { Member: { } member } => IsState(Facts.Of(member)),
        { Kind: OperationKind.None } unknown => unknown.ChildOperations.Any(IsStateView),
        _ => false,
    };

    // A method that returns an array returns a copy.
    private static bool IsViewOrReference(IMethodSymbol method) =>
        method.ReturnsByRef || method.ReturnsByRefReadonly || (method.ReturnType is not IArrayTypeSymbol && FrameworkTypes.IsView(method.ReturnType));

    private static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
