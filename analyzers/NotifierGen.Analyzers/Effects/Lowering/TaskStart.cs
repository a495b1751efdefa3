using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>A task or thread, or an array of tasks, that a statement starts and a later statement of the same block waits for.</summary>
/// <param name="Local">What holds it.</param>
/// <param name="Calls">What starts it.</param>
/// <param name="End">The last statement beside which it may run.</param>
/// <param name="IsCertain">Whether the block waits for it, whatever happens in between.</param>
/// <param name="Mode">How the block waits for it.</param>
internal sealed record TaskStart(ILocalSymbol Local, IReadOnlyList<IOperation> Calls, int End, bool IsCertain, CallMode Mode)
{
    /// <summary>Null if nothing is started here, or if this block does not wait for it.</summary>
    public static TaskStart? Of(IReadOnlyList<IOperation> statements, int index)
    {
        if (StartedLocal(statements[index], out IReadOnlyList<IOperation> calls) is not { } local)
        {
            return null;
        }

        for (int i = index + 1; i < statements.Count; i++)
        {
            if ((WaitFor(statements[i], local) ?? WaitInFinally(statements[i], local)) is { } mode)
            {
                return new TaskStart(local, calls, i, IsCertain: true, mode);
            }

            if (!GoesOn(statements[i], local))
            {
                int last = LastUse(statements, i, local);
                return last < 0 ? null : new TaskStart(local, calls, last, IsCertain: false, CallMode.Blocked);
            }
        }

        return null;
    }

    private static int LastUse(IReadOnlyList<IOperation> statements, int start, ILocalSymbol local)
    {
        for (int i = statements.Count - 1; i >= start; i--)
        {
            foreach (IOperation operation in statements[i].DescendantsAndSelf())
            {
                if (operation is ILocalReferenceOperation reference && IsSame(reference.Local, local))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    /// <summary>Whether a statement of the finally block of a try statement is where that waits for a task.</summary>
    public static bool EndsIn(IOperation statement, ILocalSymbol local) =>
        statement.Parent is IBlockOperation { Parent: ITryOperation { Finally: { } final } } block && block == final && WaitFor(statement, local) is not null;

    private static CallMode? WaitInFinally(IOperation statement, ILocalSymbol local)
    {
        if (statement is ITryOperation { Finally: { } final })
        {
            foreach (IOperation last in final.Operations)
            {
                if (WaitFor(last, local) is { } mode)
                {
                    return mode;
                }

                if (!GoesOn(last, local))
                {
                    return null;
                }
            }
        }

        return null;
    }

    private static ILocalSymbol? StartedLocal(IOperation statement, out IReadOnlyList<IOperation> calls)
    {
        calls = [];
        switch (statement)
        {
            case IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Initializer.Value: { } value, Symbol: { } local }] }] }
                when local.Type is IArrayTypeSymbol { ElementType: { } element } && FrameworkTypes.IsTask(element):
                calls = [.. ElementsOf(Unwrap(value)).Select(Unwrap).OfType<IInvocationOperation>()];
                return calls.Count == 0 ? null : local;

            case IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Initializer.Value: { } value, Symbol: { } local }] }] }
                when FrameworkTypes.IsTask(local.Type):
                if (Unwrap(value) is not IInvocationOperation call)
                {
                    return null;
                }

                calls = [call];
                return local;

            case IExpressionStatementOperation
            {
                Operation: IInvocationOperation
                {
                    TargetMethod: { Name: "Start", ContainingType: { Name: "Thread" or "Task", ContainingNamespace.Name: "Threading" or "Tasks" } },
                    Instance: ILocalReferenceOperation thread,
                } start,
            }:
                calls = [start];
                return thread.Local;

            default:
                return null;
        }
    }

    private static IEnumerable<IOperation> ElementsOf(IOperation array) => array switch
    {
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        { Kind: FrameworkTypes.CollectionExpression } => array.ChildOperations,
        _ => [],
    };

    private static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>How a statement waits for a task or thread, if it does nothing before that could throw; null: not at all.</summary>
    private static CallMode? WaitFor(IOperation statement, ILocalSymbol local)
    {
        IOperation? expression = statement switch
        {
            IExpressionStatementOperation plain => plain.Operation,
            IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Initializer.Value: { } value }] }] } => Unwrap(value),
            IReturnOperation { ReturnedValue: { } value } => Unwrap(value),
            _ => null,
        };
        expression = expression is ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IDiscardOperation } assignment ? Unwrap(assignment.Value) : expression;
        return expression switch
        {
            IAwaitOperation awaited => ModeIf(IsLocal(awaited.Operation, local), CallMode.Awaited),
            IInvocationOperation { TargetMethod.Name: "Wait" or "Join", Arguments.Length: 0, Instance: { } instance } => ModeIf(IsLocal(instance, local), CallMode.Blocked),
            IInvocationOperation { TargetMethod.Name: "GetResult", Instance: { } instance } => ModeIf(IsLocal(instance, local), CallMode.Blocked),
            IPropertyReferenceOperation { Property.Name: "Result", Instance: { } instance } => ModeIf(IsLocal(instance, local), CallMode.Blocked),
            IInvocationOperation { TargetMethod: { Name: "WaitAll", ContainingType.Name: "Task" } } all => ModeIf(IsAmong(all, local), CallMode.Blocked),
            _ => null,
        };
    }

    private static CallMode? ModeIf(bool waits, CallMode mode) => waits ? mode : null;

    private static bool IsLocal(IOperation operation, ILocalSymbol local) => operation switch
    {
        ILocalReferenceOperation reference => IsSame(reference.Local, local),
        IConversionOperation { OperatorMethod: null } conversion => IsLocal(conversion.Operand, local),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "AsTask", Instance: { } instance } => IsLocal(instance, local),
        IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType.Name: "Task" } } all => IsAmong(all, local),
        _ => false,
    };

    // Among tasks that are there already: one that is started while they are collected may throw instead.
    private static bool IsAmong(IInvocationOperation all, ILocalSymbol local)
    {
        bool isAmong = false;
        foreach (IOperation operation in all.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod.IsAsync: false } or IObjectCreationOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation)
            {
                return false;
            }

            isAmong |= operation is ILocalReferenceOperation reference && IsSame(reference.Local, local);
        }

        return isAmong;
    }

    /// <summary>Whether a statement always leads to the next one, also without an exception, and leaves the local alone.</summary>
    private static bool GoesOn(IOperation statement, ILocalSymbol local)
    {
        foreach (IOperation operation in statement.DescendantsAndSelf())
        {
            if (operation is IReturnOperation or IBranchOperation or IThrowOperation or ILabeledOperation or IUsingDeclarationOperation or IAwaitOperation
                or IArrayElementReferenceOperation or IInvocationOperation { TargetMethod.IsAsync: false }
                || (operation is not IInvocationOperation && RunsCode(operation))
                || (operation is ILocalReferenceOperation reference && IsSame(reference.Local, local)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether something may run members of the compilation, which may change the VM.</summary>
    public static bool RunsCode(IOperation operation) => operation is IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation or IEventAssignmentOperation
        or IForEachLoopOperation or IUsingOperation or IUsingDeclarationOperation or IDeconstructionAssignmentOperation or IInterpolatedStringOperation or IWithOperation
        or IRecursivePatternOperation or IListPatternOperation or IDynamicInvocationOperation or IDynamicIndexerAccessOperation or IDynamicMemberReferenceOperation
        or ITypeParameterObjectCreationOperation or IAwaitOperation or { Kind: FrameworkTypes.CollectionExpression }
        or IBinaryOperation { OperatorMethod: not null } or IUnaryOperation { OperatorMethod: not null } or ICompoundAssignmentOperation { OperatorMethod: not null }
        or IIncrementOrDecrementOperation { OperatorMethod: not null } or IConversionOperation { OperatorMethod: not null };

    private static bool IsSame(ILocalSymbol left, ILocalSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
