using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Statements.</content>
internal sealed partial class BodyLowering
{
    private bool LowerStatement(IOperation operation)
    {
        switch (operation)
        {
            case IBlockOperation block:
                LowerSequence(block.Operations, 0);
                return true;

            case IExpressionStatementOperation statement:
                Drop(statement.Operation);
                return true;

            case IVariableDeclarationGroupOperation group:
                foreach (IVariableDeclarationOperation declaration in group.Declarations)
                {
                    Visit(declaration);
                }

                return true;

            case IVariableDeclarationOperation declaration:
                LowerDeclaration(declaration);
                return true;

            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                _isIterator = true;
                Visit(yielded.ReturnedValue);
                Emit(new Effect.Yield(_yields++));
                return true;

            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                _isIterator = true;
                Emit(new Effect.Return(-1));
                return true;

            case IReturnOperation returned:
                LowerReturn(returned);
                return true;

            case IBranchOperation branch:
                Emit(new Effect.Jump(LabelOf(branch.Target)));
                return true;

            case ILabeledOperation labeled:
                Emit(new Effect.Label(Define(labeled.Label)));
                Visit(labeled.Operation);
                return true;

            case IThrowOperation thrown:
                Visit(thrown.Exception);
                Emit(Effect.Throw.Instance);
                return true;

            case ITryOperation guarded:
                LowerTry(guarded);
                return true;

            case IUsingOperation statement:
                LowerUsing(statement);
                return true;

            case ILockOperation locked:
                Drop(locked.LockedValue);
                Emit(Effect.MayThrow.Instance);
                Visit(locked.Body);
                return true;

            case ISwitchOperation choice:
                LowerSwitch(choice);
                return true;

            case IForEachLoopOperation loop:
                LowerForEach(loop);
                return true;

            case IForLoopOperation loop:
                LowerFor(loop);
                return true;

            case IWhileLoopOperation loop:
                LowerWhile(loop);
                return true;

            case ILocalFunctionOperation or IEmptyOperation:
                return true;

            default:
                return false;
        }
    }

    /// <summary>Statements from an index on. A using declaration guards all that follow it.</summary>
    private void LowerSequence(IReadOnlyList<IOperation> statements, int start)
    {
        for (int i = start; i < statements.Count; i++)
        {
            if (statements[i] is IUsingDeclarationOperation declaration)
            {
                int next = i + 1;
                LowerUsing(declaration.DeclarationGroup, declaration.IsAsynchronous, () => LowerSequence(statements, next));
                return;
            }

            int index = i;
            _running.RemoveAll(running => running.Block == statements && running.End < index);
            TaskStart? started = TaskStart.Of(statements, i);
            if (started is { IsCertain: true })
            {
                i = LowerOverlapping(statements, i, started);
                continue;
            }

            foreach (Running ending in _running.Where(running => running.Rest is not null && TaskStart.EndsIn(statements[index], running.Local)))
            {
                Emit(ending.Rest!);
            }

            Visit(statements[i]);
            if (started is not null)
            {
                Effect whole = Capture(() => Waited(statements[index], started));
                _running.Add(new Running(statements, started.End, Beside(whole, started), started.Local, Rest: null));
            }

            EmitRunning();
            _running.RemoveAll(running => running.Rest is not null && TaskStart.EndsIn(statements[index], running.Local));
        }

        _running.RemoveAll(running => running.Block == statements);
    }

    private void LowerDeclaration(IVariableDeclarationOperation declaration)
    {
        foreach (IOperation dimension in declaration.IgnoredDimensions)
        {
            Visit(dimension);
        }

        foreach (IVariableDeclaratorOperation declarator in declaration.Declarators)
        {
            if ((declarator.Initializer ?? declaration.Initializer)?.Value is { } value)
            {
                AssignLocal(declarator.Symbol, value);
            }
        }
    }

    private void AssignLocal(ILocalSymbol local, IOperation value)
    {
        if (local.IsRef)
        {
            if (VisitReference(value) is { } place)
            {
                scope.SetView(local, place);
            }

            return;
        }

        if (local.Type.SpecialType == SpecialType.System_Boolean && SnapshotTest(value) is { } test)
        {
            scope.SetTest(local, test);
        }

        bool mayBeView = FrameworkTypes.MayHoldView(local.Type);
        if (mayBeView && ViewIn(value) is { } view)
        {
            scope.SetView(local, view);
        }

        if (local.Type is { TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } && _services.HasState(Unwrapped(value).Type))
        {
            scope.SetHoldsState(local);
        }

        if (CreatedType(value) is { } created)
        {
            scope.SetCreated(local, created);
        }

        _lastCall = null;
        ValueExpr? assigned = _services.Types.IsDisposable(local.Type) ? TrackInto(value, ScopeOf(local)) : Track(value);
        if (mayBeView && _lastCall is { } call && IsReturnedView(value))
        {
            scope.SetView(local, StateView.Of(call));
        }

        if (assigned is not null)
        {
            scope.Assign(local, assigned);
        }
        else if (FrameworkTypes.IsDelegate(local.Type) && value.ConstantValue is not { HasValue: true })
        {
            scope.Assign(local, UnknownDelegate);
        }
    }

    private void LowerReturn(IReturnOperation returned)
    {
        if (returned.ReturnedValue is not { } value)
        {
            Emit(new Effect.Return(-1));
            return;
        }

        if (function is { ReturnsByRef: true } or { ReturnsByRefReadonly: true })
        {
            // To hand out a reference is no touch; whoever gets it touches what he does with it.
            AddReturned(VisitReference(value));

            Emit(new Effect.Return(-1));
            return;
        }

        bool mayBeScope = _services.Types.IsDisposable(function?.ReturnType);
        int token = mayBeScope ? TokenOfReturned(value) : -1;
        _lastCall = null;
        ValueExpr? tracked = FrameworkTypes.IsTask(function?.ReturnType) && function is { IsAsync: false } ? TrackAwaited(value, CallMode.Awaited) : TrackInto(value, token);
        if (FrameworkTypes.MayHoldView(function?.ReturnType))
        {
            AddReturned(ViewLeftBy(value));
        }

        if (tracked is not null)
        {
            _returned.Add(tracked);
        }

        Emit(new Effect.Return(token));
    }

    private void AddReturned(StateView? view)
    {
        _returnsState |= view is { IsCertain: true };
        _returnedReferences.AddRange(view?.Through ?? []);
    }

    private int TokenOfReturned(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value is ILocalReferenceOperation local && _scopes.TryGetValue(local.Local, out int token) ? token : NewScope();
    }
}
