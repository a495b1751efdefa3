using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Sessions.Paths;

/// <summary>
/// Walks every path of a control flow graph from one operation on, for as long as a fact holds that began there: through branches, exceptions and
/// finally blocks. Each block is entered once, since the fact either holds or does not.
/// </summary>
internal abstract class PathWalker
{
    private readonly CancellationToken _cancellationToken;
    private readonly Stack<Action> _open = new Stack<Action>();
    private readonly HashSet<int> _entered = new HashSet<int>();
    private readonly HashSet<ControlFlowRegion> _passed = new HashSet<ControlFlowRegion>();
    private readonly Dictionary<ControlFlowRegion, List<Action>> _waiting = new Dictionary<ControlFlowRegion, List<Action>>();

    protected PathWalker(ControlFlowGraph graph, CancellationToken cancellationToken)
    {
        Graph = graph;
        _cancellationToken = cancellationToken;
    }

    protected ControlFlowGraph Graph { get; }

    /// <summary>Walks from behind an operation of a block.</summary>
    protected void WalkFrom(BasicBlock block, IOperation start)
    {
        List<IOperation> operations = EvaluationOrder.Of(block);
        _open.Push(() => Walk(block, operations, operations.IndexOf(start) + 1));
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null and not { Kind: ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region is { Kind: ControlFlowRegionKind.Finally, EnclosingRegion: { } statement })
            {
                LeaveFinally(region, statement);
            }
        }

        while (_open.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _open.Pop()();
        }
    }

    /// <summary>An operation on a path.</summary>
    /// <returns>Whether the fact still holds behind it.</returns>
    protected abstract bool Visit(IOperation operation);

    /// <summary>Whether an exception of this operation is a path worth walking.</summary>
    protected abstract bool MayThrow(IOperation operation);

    /// <summary>What a condition is worth while the fact holds; null if it may be either.</summary>
    protected abstract bool? Decide(IOperation condition);

    /// <summary>A path has left the function. <paramref name="last"/> is the last operation on it, if the block has one.</summary>
    protected abstract void Return(IOperation? last, bool withValue);

    /// <summary>An exception has left the function.</summary>
    protected abstract void Escape(IOperation? origin);

    private void Walk(BasicBlock block, List<IOperation> operations, int start)
    {
        for (int i = start; i < operations.Count; i++)
        {
            IOperation operation = operations[i];
            if (!Visit(operation))
            {
                return;
            }

            if (MayThrow(operation))
            {
                Throw(block.EnclosingRegion, thrown: null, operation);
            }
        }

        IOperation? last = operations.Count > 0 ? operations[operations.Count - 1] : LastBefore(block);
        bool? decided = block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is not { } condition
            ? null
            : condition.ConstantValue is { HasValue: true, Value: bool constant } ? constant : Decide(condition);
        bool jumps = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (block.ConditionalSuccessor is { } conditional && (decided is null || decided == jumps))
        {
            Follow(block, conditional, last);
        }

        if (block.FallThroughSuccessor is { } next && (block.ConditionalSuccessor is null || decided is null || decided != jumps))
        {
            Follow(block, next, last);
        }
    }

    private void Follow(BasicBlock block, ControlFlowBranch branch, IOperation? last)
    {
        switch (branch.Semantics)
        {
            case ControlFlowBranchSemantics.Throw:
                Throw(block.EnclosingRegion, ThrownType(block.BranchValue), block.BranchValue ?? last);
                break;
            case ControlFlowBranchSemantics.Rethrow:
                Throw(block.EnclosingRegion, thrown: null, last);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling:
                EndOfHandler(block.EnclosingRegion);
                break;
            default:
                if (branch.Destination is { } destination)
                {
                    bool withValue = branch.Semantics == ControlFlowBranchSemantics.Return;
                    Pass(branch.FinallyRegions, 0, () => Enter(destination, last, withValue));
                }

                break;
        }
    }

    private void Enter(BasicBlock block, IOperation? last = null, bool withValue = false)
    {
        if (block.Kind == BasicBlockKind.Exit)
        {
            Return(last, withValue);
        }
        else if (_entered.Add(block.Ordinal))
        {
            List<IOperation> operations = EvaluationOrder.Of(block);
            _open.Push(() => Walk(block, operations, 0));
        }
    }

    /// <summary>A walk that begins in a finally block goes on wherever the block may have been entered from.</summary>
    private void LeaveFinally(ControlFlowRegion region, ControlFlowRegion statement)
    {
        var waiting = new List<Action> { () => Throw(statement.EnclosingRegion, thrown: null, origin: null) };
        foreach (BasicBlock block in Graph.Blocks)
        {
            foreach (ControlFlowBranch? branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
            {
                if (branch is { Destination: { } destination } && branch.FinallyRegions.IndexOf(region) is >= 0 and int index)
                {
                    waiting.Add(() => Pass(branch.FinallyRegions, index + 1, () => Enter(destination)));
                }
            }
        }

        _waiting.Add(region, waiting);
    }

    /// <summary>Runs through finally blocks, the inner ones first, and then goes on if the fact still holds.</summary>
    private void Pass(ImmutableArray<ControlFlowRegion> regions, int index, Action then)
    {
        if (index == regions.Length)
        {
            then();
            return;
        }

        PassOne(regions[index], () => Pass(regions, index + 1, then));
    }

    private void PassOne(ControlFlowRegion region, Action then)
    {
        if (_passed.Contains(region))
        {
            then();
            return;
        }

        if (!_waiting.TryGetValue(region, out List<Action>? waiting))
        {
            _waiting.Add(region, waiting = new List<Action>());
        }

        waiting.Add(then);
        Enter(Graph.Blocks[region.FirstBlockOrdinal]);
    }

    // The end of a finally block, or of a filter that said no: the latter's exception is on its way outward already.
    private void EndOfHandler(ControlFlowRegion region)
    {
        ControlFlowRegion? current = region;
        while (current is not null and not { Kind: ControlFlowRegionKind.Finally or ControlFlowRegionKind.Filter or ControlFlowRegionKind.Root })
        {
            current = current.EnclosingRegion;
        }

        if (current is { Kind: ControlFlowRegionKind.Finally } && _passed.Add(current) && _waiting.TryGetValue(current, out List<Action>? waiting))
        {
            foreach (Action then in waiting)
            {
                _open.Push(then);
            }
        }
    }

    private void Throw(ControlFlowRegion? region, ITypeSymbol? thrown, IOperation? origin)
    {
        // The graph of a lambda lies in a region of another graph: its own ends at its root.
        for (; region is not null and not { Kind: ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } statement })
            {
                continue;
            }

            if (statement.Kind == ControlFlowRegionKind.TryAndFinally)
            {
                ControlFlowRegion? outer = statement.EnclosingRegion;
                PassOne(statement.NestedRegions[1], () => Throw(outer, thrown, origin));
                return;
            }

            if (IsCaught(statement, thrown))
            {
                return;
            }
        }

        Escape(origin);
    }

    /// <summary>Enters the handlers of a try statement that may take the exception; true if one of them takes it for sure.</summary>
    private bool IsCaught(ControlFlowRegion statement, ITypeSymbol? thrown)
    {
        for (int i = 1; i < statement.NestedRegions.Length; i++)
        {
            ControlFlowRegion handler = statement.NestedRegions[i];
            bool takesAll = IsOrDerivesFrom(thrown, handler.ExceptionType) || IsAnyException(handler.ExceptionType);
            if (thrown is not null && !takesAll)
            {
                continue;
            }

            Enter(Graph.Blocks[handler.FirstBlockOrdinal]);
            if (takesAll && handler.Kind == ControlFlowRegionKind.Catch)
            {
                return true;
            }
        }

        return false;
    }

    // Only of a new exception is the type known to the letter.
    private static ITypeSymbol? ThrownType(IOperation? value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return (value as IObjectCreationOperation)?.Type;
    }

    private static bool IsAnyException(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsOrDerivesFrom(ITypeSymbol? type, ITypeSymbol? other)
    {
        for (; type is not null && other is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, other))
            {
                return true;
            }
        }

        return false;
    }

    // A block may be nothing but a jump; then what comes before it names the place.
    private static IOperation? LastBefore(BasicBlock block)
    {
        var seen = new HashSet<int>();
        while (block.Predecessors.Length > 0 && seen.Add(block.Ordinal))
        {
            block = block.Predecessors[0].Source;
            if (block.BranchValue is { } value)
            {
                return value;
            }

            if (block.Operations.Length > 0)
            {
                return block.Operations[block.Operations.Length - 1];
            }
        }

        return null;
    }
}
