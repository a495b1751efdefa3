using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Loops.</content>
internal sealed partial class BodyLowering
{
    private void LowerWhile(IWhileLoopOperation loop)
    {
        int next = Define(loop.ContinueLabel);
        int exit = Define(loop.ExitLabel);
        Effect? condition = loop.Condition is null ? null : Condition(loop.Condition, loop.ConditionIsUntil);
        Effect body = Capture(() => Visit(loop.Body));
        Emit(new Effect.Loop(condition, body, Effect.Nothing, loop.ConditionIsTop, next, exit));
    }

    private void LowerFor(IForLoopOperation loop)
    {
        foreach (IOperation before in loop.Before)
        {
            Visit(before);
        }

        int next = Define(loop.ContinueLabel);
        int exit = Define(loop.ExitLabel);
        Effect? condition = loop.Condition is null ? null : Condition(loop.Condition);
        Effect body = Capture(() => Visit(loop.Body));
        Effect bottom = Capture(() =>
        {
            foreach (IOperation step in loop.AtLoopBottom)
            {
                Visit(step);
            }
        });
        Emit(new Effect.Loop(condition, body, bottom, testsFirst: true, next, exit));
    }

    private void LowerForEach(IForEachLoopOperation loop)
    {
        _lastCall = null;
        ValueExpr? sequence = Track(loop.Collection) ?? SequenceOf(loop.Collection);
        StateView? view = ViewLeftBy(loop.Collection);
        if (view is not null && loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { } element } && FrameworkTypes.MayHoldView(element.Type))
        {
            scope.SetView(element, view);
            view = null;
        }

        ForEachStatementInfo enumeration = loop.Syntax is CommonForEachStatementSyntax syntax
            ? scope.Model.GetForEachStatementInfo(syntax)
            : default;
        int next = Define(loop.ContinueLabel);
        int exit = Define(loop.ExitLabel);
        if (LoopVariable(loop) is { } variable)
        {
            scope.Assign(variable, sequence ?? UnknownDelegate);
        }

        if (sequence is not null && IsEnumeratedByInterface(enumeration))
        {
            EmitConsume(loop, enumeration, sequence, view, next, exit);
            return;
        }

        // An enumerator that is an iterator runs when it is moved on.
        if (EmitEnumeration(loop.Collection, enumeration.GetEnumeratorMethod, CallMode.Awaited) is { } enumerator
            && enumeration.MoveNextMethod is { DeclaringSyntaxReferences.Length: 0 })
        {
            EmitConsume(loop, enumeration, enumerator, view, next, exit);
            return;
        }

        var labels = new HashSet<int>();
        _tries.Push(labels);
        Effect body = Capture(() =>
        {
            labels.Add(next);
            labels.Add(exit);
            Effect move = Capture(() =>
            {
                EmitEnumeration(loop.Collection, enumeration.MoveNextMethod, CallMode.Awaited);
                EmitSuspension(loop);
            });
            Effect round = Capture(() => LowerElement(loop, enumeration, view));
            Emit(new Effect.Loop(move, round, Effect.Nothing, testsFirst: true, next, exit));
        });
        _tries.Pop();
        Effect dispose = Capture(() =>
        {
            EmitEnumeration(loop.Collection, enumeration.DisposeMethod, CallMode.Awaited, enumeration.GetEnumeratorMethod?.ReturnType);
            EmitSuspension(loop);
        });
        Emit(IsNothing(dispose) ? body : new Effect.Try(body, [], dispose, labels));
    }

    // The elements' code and the body take turns.
    private void EmitConsume(IForEachLoopOperation loop, ForEachStatementInfo enumeration, ValueExpr sequence, StateView? view, int next, int exit)
    {
        var labels = new HashSet<int>();
        _tries.Push(labels);
        Effect consumer = Capture(() => LowerElement(loop, enumeration, view));
        _tries.Pop();
        Emit(new Effect.Consume(Site(loop.Collection), sequence, consumer, next, exit, labels, holdsDelegates: LoopVariable(loop) is not null));
        EmitSuspension(loop);
    }

    private void EmitSuspension(IForEachLoopOperation loop)
    {
        if (loop.IsAsynchronous)
        {
            Emit(Effect.Suspend.Instance);
        }
    }

    private void LowerElement(IForEachLoopOperation loop, ForEachStatementInfo enumeration, StateView? view)
    {
        // An element is read in every round.
        EmitTouch(loop.Collection, view, writes: false);

        EmitImplementations(loop, enumeration.MoveNextMethod);
        EmitImplementations(loop, enumeration.CurrentProperty?.GetMethod);
        EmitEnumeration(loop.Collection, enumeration.CurrentProperty?.GetMethod, CallMode.Blocked);
        EmitEnumeration(loop.Collection, enumeration.ElementConversion.MethodSymbol, CallMode.Blocked);
        if (loop.LoopControlVariable is not IVariableDeclaratorOperation)
        {
            LowerDeconstructedElement(loop, enumeration);
        }

        Visit(loop.Body);
    }

    // Behind the framework's interface may be an enumerator that the compilation declares.
    private void EmitImplementations(IForEachLoopOperation loop, IMethodSymbol? method)
    {
        if (method is { DeclaringSyntaxReferences.Length: 0, ContainingType.TypeKind: TypeKind.Interface } && IsOverriddenHere(method))
        {
            EmitCall(loop.Collection, method, new Receiver(method.ContainingType, IsVirtual: true), [], new ValueUse(-1, CallMode.Awaited));
        }
    }

    private void LowerDeconstructedElement(IForEachLoopOperation loop, ForEachStatementInfo enumeration)
    {
        if (loop.Syntax is ForEachVariableStatementSyntax syntax
            && scope.Model.GetDeconstructionInfo(syntax) is { Method: { } method })
        {
            EmitEnumeration(loop.Collection, method, CallMode.Blocked);
        }
    }

    private ValueExpr? EmitEnumeration(IOperation site, IMethodSymbol? method, CallMode mode, ITypeSymbol? receiver = null)
    {
        if (method is null)
        {
            return null;
        }

        // A class that has its own enumerator may have its Dispose by an interface.
        bool isOfSource = receiver is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type && _services.Files.KeyOf(type) is not null;
        if (isOfSource || (method.ReducedFrom ?? method).DeclaringSyntaxReferences.Length > 0)
        {
            return EmitCall(site, method, new Receiver(isOfSource ? receiver : method.ContainingType, IsVirtual: true), [], new ValueUse(-1, mode));
        }

        Emit(Effect.MayThrow.Instance);
        return null;
    }

    // A collection's own enumerator holds what was added; an interface may be a lazy sequence.
    private static bool IsEnumeratedByInterface(ForEachStatementInfo enumeration) =>
        enumeration.GetEnumeratorMethod is null or { DeclaringSyntaxReferences.Length: 0 };

    private static ILocalSymbol? LoopVariable(IForEachLoopOperation loop) =>
        loop.LoopControlVariable is IVariableDeclaratorOperation declarator && FrameworkTypes.IsDelegate(declarator.Symbol.Type) ? declarator.Symbol : null;
}
