using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Assignments of every kind, in the order of the language: receiver and indices, then the value, then the setter.</content>
internal sealed partial class BodyLowering
{
    private ValueExpr? TrackAssignment(ISimpleAssignmentOperation assignment, ValueUse use)
    {
        if (assignment.IsRef)
        {
            LowerRefAssignment(assignment);
            return null;
        }

        switch (assignment.Target)
        {
            case IDiscardOperation:
                return TrackFor(assignment.Value, use);

            case ILocalReferenceOperation { Local: { } local } when !local.IsRef:
                AssignLocal(local, assignment.Value);
                return IsFollowed(local.Type) ? new ValueExpr.Local(scope.LocalOf(local)) : null;

            default:
                Place place = LowerPlace(assignment.Target);
                if (_services.Is(AnalysisVariant.SettersRunBeforeValues))
                {
                    EmitSet(place, null);
                    return Track(assignment.Value);
                }

                _lastCall = null;
                ValueExpr? value = Track(assignment.Value);
                Hold(assignment.Target, FrameworkTypes.MayHoldView(assignment.Value.Type) ? ViewLeftBy(assignment.Value) : null);
                EmitSet(place, value);
                return value is ValueExpr.Constant ? null : value;
        }
    }

    private void LowerRefAssignment(ISimpleAssignmentOperation assignment)
    {
        if (VisitReference(assignment.Value) is not { } view)
        {
            return;
        }

        if (assignment.Target is ILocalReferenceOperation { Local: { } local })
        {
            scope.SetView(local, view);
        }
        else
        {
            // A ref field that leads to vCPU state may be used at any time.
            EmitTouch(assignment.Value, view, writes: true);
        }
    }

    private ValueExpr? TrackCoalesceAssignment(ICoalesceAssignmentOperation assignment)
    {
        Place place = LowerPlace(assignment.Target);
        ValueExpr? known = EmitGet(place);
        ValueExpr? value = null;
        Effect whenNull = Capture(() =>
        {
            value = Track(assignment.Value);
            EmitSet(place, value);
        });
        EmitBranch(Effect.Nothing, whenNull, Effect.Nothing);
        return UnionOf(known, value);
    }

    private void LowerCompound(ICompoundAssignmentOperation assignment)
    {
        Place place = LowerPlace(assignment.Target);
        EmitGet(place);
        ValueExpr? value = Track(assignment.Value);
        if (assignment.InConversion.MethodSymbol is { } before)
        {
            EmitCall(assignment, before, Receiver.None, [], ValueUse.None);
        }

        if (assignment.OperatorMethod is { } method && !FrameworkTypes.IsDelegate(assignment.Target.Type))
        {
            EmitCall(assignment, method, Receiver.Of(null, method, scope), value is null ? [] : [value], ValueUse.None);
        }
        else if (assignment.Target.Type is { SpecialType: SpecialType.System_String })
        {
            EmitToText(assignment.Value);
        }

        if (assignment.OutConversion.MethodSymbol is { } behind)
        {
            EmitCall(assignment, behind, Receiver.None, [], ValueUse.None);
        }

        if (FrameworkTypes.IsDelegate(assignment.Target.Type))
        {
            // What is added may be added again, and then runs twice.
            value = assignment.OperatorKind == BinaryOperatorKind.Subtract ? null : value is not null && place.Target is IMemberReferenceOperation ? new ValueExpr.Query([value]) : value;
        }

        EmitSet(place, value);
    }

    private void LowerIncrement(IIncrementOrDecrementOperation increment)
    {
        Place place = LowerPlace(increment.Target);
        EmitGet(place);
        if (increment.OperatorMethod is { } method)
        {
            EmitCall(increment, method, Receiver.Of(null, method, scope), [], ValueUse.None);
        }

        EmitSet(place, null);
    }

    private void LowerDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        var places = new List<Place?>();
        AddPlaces(deconstruction.Target, places);
        var values = new List<ValueExpr?>();
        _lastCall = null;
        if (!AddElements(deconstruction.Target, deconstruction.Value, values))
        {
            Visit(deconstruction.Value);
        }

        StateView? view = ViewLeftBy(deconstruction.Value);
        foreach (Place? place in places)
        {
            if (view is not null && place is { Target: ILocalReferenceOperation { Local: { } local } } && FrameworkTypes.MayHoldView(local.Type))
            {
                scope.SetView(local, view);
            }
        }

        DeconstructionInfo info = deconstruction.Syntax is AssignmentExpressionSyntax syntax ? scope.Model.GetDeconstructionInfo(syntax) : default;
        EmitDeconstruct(deconstruction.Value, info);
        for (int i = 0; i < places.Count; i++)
        {
            if (places[i] is { } place)
            {
                EmitSet(place, i < values.Count ? values[i] : null);
            }
        }
    }

    private void AddPlaces(IOperation target, List<Place?> places)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements)
                {
                    AddPlaces(element, places);
                }

                break;

            case IDeclarationExpressionOperation declaration:
                AddPlaces(declaration.Expression, places);
                break;

            case IDiscardOperation:
                places.Add(null);
                break;

            default:
                places.Add(LowerPlace(target));
                break;
        }
    }

    // A tuple that is taken apart where it is made is never made: its elements go straight to the places.
    private bool AddElements(IOperation target, IOperation value, List<ValueExpr?> values)
    {
        ITupleOperation? places = target as ITupleOperation ?? (target as IDeclarationExpressionOperation)?.Expression as ITupleOperation;
        if (places is null || Unwrapped(value) is not ITupleOperation elements || elements.Elements.Length != places.Elements.Length)
        {
            return false;
        }

        for (int i = 0; i < elements.Elements.Length; i++)
        {
            if (!AddElements(places.Elements[i], elements.Elements[i], values))
            {
                values.Add(Track(elements.Elements[i]));
            }
        }

        return true;
    }

    private void EmitDeconstruct(IOperation site, DeconstructionInfo info)
    {
        if (info.Method is { } method)
        {
            EmitCall(site, method, Receiver.Of(null, method, scope) with { IsVirtual = true, Type = method.ContainingType }, [], ValueUse.None);
        }

        if (info.Conversion is { MethodSymbol: { } conversion })
        {
            EmitCall(site, conversion, Receiver.None, [], ValueUse.None);
        }

        foreach (DeconstructionInfo nested in info.Nested.IsDefault ? ImmutableArray<DeconstructionInfo>.Empty : info.Nested)
        {
            EmitDeconstruct(site, nested);
        }
    }

    private void LowerEventAssignment(IEventAssignmentOperation assignment)
    {
        var reference = assignment.EventReference as IEventReferenceOperation;
        IEventSymbol? raised = reference?.Event;
        Drop(reference?.Instance);
        ValueExpr? handler = Track(assignment.HandlerValue);
        IMethodSymbol? accessor = assignment.Adds ? raised?.AddMethod : raised?.RemoveMethod;
        if (accessor is not null && (MemberContract.IsContract(Facts.Of(accessor)) || _services.Targets.Of(accessor, Receiver.Of(reference?.Instance, accessor, scope)).Length > 0))
        {
            EmitCall(assignment.EventReference, accessor, Receiver.Of(reference?.Instance, accessor, scope), handler is null ? [] : [handler], ValueUse.None);
        }

        if (assignment.Adds)
        {
            Store(assignment.HandlerValue, raised, handler);
        }
    }

    /// <summary>Something of interest is kept in a member: it may run at any time, and is what a call of the member runs.</summary>
    private void Store(IOperation site, ISymbol? member, ValueExpr? value)
    {
        if (value is null or ValueExpr.Constant)
        {
            if (value is null && FrameworkTypes.IsDelegate((member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type) && !Unwrapped(site).ConstantValue.HasValue
                && member is not null && _services.Files.KeyOf(member) is { } unknown)
            {
                scope.Assignments.Add((unknown, UnknownDelegate));
            }

            return;
        }

        if (member is not null && _services.Files.KeyOf(member) is { } key)
        {
            scope.Assignments.Add((key, value));
        }

        Escape(site, value, member is null ? "kept" : $"kept in '{member.Name}'");
    }

    // What is assigned to a target, where one assignment says both.
    private static IOperation ValueOf(IOperation target) => target.Parent switch
    {
        IAssignmentOperation assignment when assignment.Target == target => assignment.Value,
        { } parent => parent,
        null => target,
    };
}
