using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Places that can be assigned: evaluated once, read and written after that.</content>
internal sealed partial class BodyLowering
{
    /// <summary>A place whose receiver and indices have been evaluated.</summary>
    /// <param name="Target">What is assigned to.</param>
    /// <param name="Instance">The receiver's value, if it is of interest.</param>
    /// <param name="Arguments">The values of an indexer's arguments.</param>
    /// <param name="View">Whether the place is vCPU state, so that reading and writing it touches that.</param>
    private readonly record struct Place(IOperation Target, ValueExpr? Instance, ValueExpr?[] Arguments, StateView? View);

    private Place LowerPlace(IOperation target)
    {
        target = target is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : target;
        if (target is IPropertyReferenceOperation { Property: { ReturnsByRef: false, ReturnsByRefReadonly: false } } property)
        {
            ValueExpr? instance = TrackInstance(property);
            return new Place(target, instance, TrackArguments(property.Arguments), View: null);
        }

        if (target is IEventReferenceOperation raised)
        {
            Drop(raised.Instance);
            return new Place(target, null, [], View: null);
        }

        StateView? view = VisitReference(target);

        // To put an array into an array of arrays writes to none of them but the outer one.
        return new Place(target, null, [], target is IArrayElementReferenceOperation && FrameworkTypes.MayHoldView(target.Type) ? null : view);
    }

    private ValueExpr? EmitGet(Place place)
    {
        EmitTouch(place.Target, place.View, writes: false);
        return place.Target switch
        {
            IPropertyReferenceOperation { Property: { ReturnsByRef: false, ReturnsByRefReadonly: false } } property =>
                TrackGet(property, place.Instance, place.Arguments, ValueUse.None),
            IFieldReferenceOperation { Field: { } field } when IsFollowed(field.Type) => FieldOf(field),
            ILocalReferenceOperation { Local: { } local } when IsFollowed(local.Type) => new ValueExpr.Local(scope.LocalOf(local)),
            _ => null,
        };
    }

    private void EmitSet(Place place, ValueExpr? value)
    {
        EmitTouch(place.Target, place.View, writes: true);
        switch (place.Target)
        {
            case IPropertyReferenceOperation { Property: { ReturnsByRef: false, ReturnsByRefReadonly: false } property } reference:
                // What a setter without source keeps is not passed to it as well.
                bool isKept = property.SetMethod is null || _services.Files.KeyOf(property.SetMethod) is null;
                if (property.SetMethod is { } setter)
                {
                    EmitCall(
                        reference, setter, Receiver.Of(reference.Instance, setter, scope), isKept ? place.Arguments : WithValue(place.Arguments, value, setter), ValueUse.None);
                }

                if (AutoProperty.IsAuto(property))
                {
                    KeepView(ValueOf(reference), property);
                    Store(ValueOf(reference), property, value);
                }
                else if (isKept)
                {
                    Store(ValueOf(reference), property, value);
                }

                break;

            case IFieldReferenceOperation { Field: { } field } reference:
                if (reference.Instance is not { Type.IsTupleType: true })
                {
                    KeepView(ValueOf(reference), field);
                }

                Store(ValueOf(reference), field, value);
                break;

            case IEventReferenceOperation { Event: { } raised } reference:
                Store(ValueOf(reference), raised, value);
                break;

            case ILocalReferenceOperation { Local: { } local } when value is not null and not ValueExpr.Constant:
                scope.Assign(local, value);
                break;

            case ILocalReferenceOperation { Local: { } local } when FrameworkTypes.IsDelegate(local.Type):
                scope.Assign(local, UnknownDelegate);
                break;

            case IParameterReferenceOperation { Parameter: { } parameter } reference when value is not null and not ValueExpr.Constant:
                scope.Assign(parameter, value);
                if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                {
                    Escape(ValueOf(reference), value, $"handed out by '{parameter.Name}'");
                }

                break;

            case { } other when value is not null and not ValueExpr.Constant:
                Escape(ValueOf(other), value, "kept in an object");
                break;
        }
    }

    private static ValueExpr?[] WithValue(ValueExpr?[] arguments, ValueExpr? value, IMethodSymbol setter)
    {
        if (value is null)
        {
            return arguments;
        }

        var all = new ValueExpr?[setter.Parameters.Length];
        Array.Copy(arguments, all, Math.Min(arguments.Length, all.Length));
        all[all.Length - 1] = value;
        return all;
    }
}
