using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Views of vCPU state that are put into collections and taken out of them.</content>
internal sealed partial class BodyLowering
{
    // What arguments of a type that may hold a view were found to be, until their call is made.
    private readonly Dictionary<IArgumentOperation, StateView> _given = [];

    private Ir.ValueExpr? TrackGiven(IArgumentOperation argument)
    {
        if (!FrameworkTypes.MayHoldView(argument.Value.Type))
        {
            return Track(argument.Value);
        }

        _lastCall = null;
        Ir.ValueExpr? value = Track(argument.Value);
        if (ViewLeftBy(argument.Value) is { } view)
        {
            _given[argument] = view;
        }

        return value;
    }

    /// <summary>A collection of the framework holds what its methods are given, and hands it out through their parameters.</summary>
    private void NoteViews(IInvocationOperation invocation)
    {
        if (invocation.Instance is not { } collection || !FrameworkTypes.HoldsViews(collection.Type))
        {
            return;
        }

        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (!OnlyLooks(invocation.TargetMethod) && _given.TryGetValue(argument, out StateView? given))
            {
                Hold(collection, given);
            }
        }

        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Out } && LocalOf(argument.Value) is { } local && FrameworkTypes.MayHoldView(local.Type) && ViewIn(collection) is { } held)
            {
                scope.SetView(local, held);
            }
        }
    }

    // What a collection is asked about, or takes out, it does not keep.
    private static bool OnlyLooks(IMethodSymbol method) => method.Name is "Contains" or "ContainsKey" or "ContainsValue" or "IndexOf" or "LastIndexOf" or "BinarySearch"
        or "Remove" or "TryGetValue" or "CopyTo" or "Equals" or "SequenceEqual";

    /// <summary>Something that is a view, or nothing of interest, is put into a collection, array or tuple of views.</summary>
    private void Hold(IOperation place, StateView? view)
    {
        if (view is null)
        {
            return;
        }

        if (RootOf(place) is { } local)
        {
            if (FrameworkTypes.HoldsViews(local.Type))
            {
                scope.SetView(local, view);
            }
        }
        else if (MemberAround(place) is { } member)
        {
            Keep(place, view, member);
        }
    }

    /// <summary>A member is assigned: a view, or a collection of them, stays in it.</summary>
    private void KeepView(IOperation value, ISymbol member)
    {
        ITypeSymbol? type = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
        if (FrameworkTypes.MayHoldView(type) && value is not IAssignmentOperation && ViewIn(value) is { } view)
        {
            Keep(value, view, member);
        }
    }

    // Whoever finds a view of vCPU state in a member may use it at any time.
    private void Keep(IOperation site, StateView view, ISymbol member)
    {
        string name = NameOf(Unwrapped(site));
        var touch = new Effect.Touch(Site(site), name, writes: true);
        var use = new ValueExpr.Function([new CallTarget(name, default, view.IsCertain ? touch : new Effect.TouchThrough(touch, view.Through))]);
        Emit(new Effect.Defer(Site(site), use, $"kept in '{member.Name}'"));
    }

    /// <summary>The member whose collection, array or tuple something is put into; null where the member itself is assigned.</summary>
    private static ISymbol? MemberAround(IOperation place) =>
        place.Parent is IAssignmentOperation { Target: var target } && target == place ? ElementOf(place) is { } around ? HolderOf(around) : null : HolderOf(place);

    private static ISymbol? HolderOf(IOperation place) => Unwrapped(place) switch
    {
        { } element when ElementOf(element) is { } around => HolderOf(around),
        IFieldReferenceOperation { Field: { } field } => field,
        IPropertyReferenceOperation { Property: { } property } when AutoProperty.IsAuto(property) => property,
        _ => null,
    };

    // What an element, or a part of a tuple, is taken from.
    private static IOperation? ElementOf(IOperation place) => Unwrapped(place) switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference,
        IPropertyReferenceOperation { Property.IsIndexer: true } element => element.Instance,
        IFieldReferenceOperation { Instance: { Type.IsTupleType: true } tuple } => tuple,
        _ => null,
    };

    // Who is given a collection of views may use each of them.
    private bool IsHandedOn(ILocalReferenceOperation reference)
    {
        IOperation? user = reference.Parent;
        while (user is IConversionOperation { OperatorMethod: null })
        {
            user = user.Parent;
        }

        return user is IArgumentOperation
        {
            Parent: IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } method }
        } && !IsFrameworkCall(method);
    }

    private static bool ReturnsView(ITypeSymbol? type) =>
        type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && FrameworkTypes.MayHoldView(invoke.ReturnType);
}
