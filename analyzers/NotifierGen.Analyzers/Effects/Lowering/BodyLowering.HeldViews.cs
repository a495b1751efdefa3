using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

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
            if (_given.TryGetValue(argument, out StateView? given))
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

    /// <summary>Something that is a view, or nothing of interest, is put into a local collection, array or tuple of views.</summary>
    private void Hold(IOperation place, StateView? view)
    {
        if (view is not null && RootOf(place) is { } local && FrameworkTypes.HoldsViews(local.Type))
        {
            scope.SetView(local, view);
        }
    }

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
