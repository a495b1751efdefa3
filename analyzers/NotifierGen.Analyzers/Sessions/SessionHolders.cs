using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Sessions.Paths;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>The variables of one graph that may hold a session which begins in it, and what its expressions do with it.</summary>
internal sealed class SessionHolders
{
    private readonly SessionBeginning _beginning;
    private readonly HashSet<ILocalSymbol> _locals = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _successes = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
    private readonly HashSet<CaptureId> _captures = new HashSet<CaptureId>();
    private readonly HashSet<CaptureId> _successCaptures = new HashSet<CaptureId>();
    private readonly Dictionary<CaptureId, ILocalSymbol> _capturedTargets = new Dictionary<CaptureId, ILocalSymbol>();
    private readonly HashSet<ILocalSymbol> _declared;

    private SessionHolders(SessionBeginning beginning, HashSet<ILocalSymbol> declared)
    {
        _beginning = beginning;
        _declared = declared;
    }

    /// <summary>The variable that holds the session, if it is one that is easily named.</summary>
    public ILocalSymbol? Variable => _locals.OrderBy(static local => local.Locations[0].SourceSpan.Start).FirstOrDefault();

    /// <summary>Whether the session has one variable only, so that a new value of it leaves nobody who could end the session.</summary>
    public bool HasOneVariable => _locals.Count == 1;

    /// <summary>
    /// Follows the session's value through assignments and patterns, wherever in the graph they stand. Null if somebody else knows the session as soon
    /// as it begins, and may end it at any time.
    /// </summary>
    public static SessionHolders? Find(SessionBeginning beginning, ControlFlowGraph graph)
    {
        // An out argument that is no variable of this function is the receiver; a discard is nobody.
        if (beginning is { IsTry: true, Target: not (ILocalReferenceOperation or IDiscardOperation) })
        {
            return null;
        }

        var holders = new SessionHolders(beginning, DeclaredIn(graph.Root));
        if (beginning.Target is ILocalReferenceOperation { Local: { } target } && holders._declared.Contains(target))
        {
            holders._locals.Add(target);
        }

        List<IOperation> operations = graph.Blocks.SelectMany(EvaluationOrder.Of).ToList();
        int known;
        do
        {
            known = holders.Count;
            foreach (IOperation operation in operations)
            {
                holders.Propagate(operation);
            }
        }
        while (holders.Count > known);

        return (beginning.Target is ILocalReferenceOperation && holders.Variable is null) || operations.Exists(IsCapture) ? null : holders;

        bool IsCapture(IOperation operation) =>
            operation is IFlowAnonymousFunctionOperation lambda && lambda.Syntax.SpanStart < beginning.Call.Syntax.SpanStart && holders.Names(lambda.Syntax);
    }

    /// <summary>Whether an expression is the session.</summary>
    public bool IsSession(IOperation? operation)
    {
        operation = WithoutConversions(operation);
        return operation switch
        {
            IInvocationOperation => !_beginning.IsTry && IsBeginning(operation),
            ILocalReferenceOperation local => _locals.Contains(local.Local),
            IFlowCaptureReferenceOperation capture => _captures.Contains(capture.Id),
            IDeclarationExpressionOperation declaration => IsSession(declaration.Expression),
            _ => false,
        };
    }

    /// <summary>Whether an expression is the answer of the Try call: true whenever there is a session.</summary>
    public bool IsSuccess(IOperation operation) => WithoutConversions(operation) switch
    {
        IInvocationOperation call => _beginning.IsTry && IsBeginning(call),
        ILocalReferenceOperation local => _successes.Contains(local.Local),
        IFlowCaptureReferenceOperation capture => _successCaptures.Contains(capture.Id),
        _ => false,
    };

    /// <summary>Whether the operation is the call that begins the session.</summary>
    public bool IsBeginning(IOperation operation) =>
        operation is IInvocationOperation call && call.Syntax == _beginning.Call.Syntax

        // The Add of a collection initialiser stands on the same syntax.
        && SymbolEqualityComparer.Default.Equals(call.TargetMethod, _beginning.Call.TargetMethod);

    /// <summary>Whether an operation is the last that the session's code has to do with it: it goes to somebody else, or is returned.</summary>
    public bool HandsOn(IOperation operation) => operation switch
    {
        IArgumentOperation { Value: { } value, Parent: { } call } =>
            IsSession(value) && !IsBeginning(call) && !(call is IInvocationOperation { TargetMethod: { } method } && ThrowingOperations.IsHarmless(method)),
        ISimpleAssignmentOperation assignment => IsSession(assignment.Value) && IsForeign(assignment.Target),
        IFlowAnonymousFunctionOperation lambda => Names(lambda.Syntax),
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } function } => NamesOf(function),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function } => NamesOf(function),
        IMethodReferenceOperation { Instance: { } instance } => IsSession(instance),
        IReturnOperation { ReturnedValue: { } value } => IsSession(value),
        ITupleOperation tuple => tuple.Elements.Any(IsSession),
        IArrayInitializerOperation array => array.ElementValues.Any(IsSession),
        IAddressOfOperation address => IsSession(address.Reference),

        // Collection expressions and what later versions of the language bring.
        { Kind: OperationKind.None or (OperationKind)127 } => operation.ChildOperations.Any(IsSession),
        _ => false,
    };

    /// <summary>The call of a session's method; null if the operation is none.</summary>
    public string? MethodCalled(IOperation operation) =>
        operation is IInvocationOperation { Instance: { } instance, TargetMethod: { } method } && IsSession(instance) ? method.Name : null;

    /// <summary>Whether the operation gives the session's variable another value.</summary>
    public bool Overwrites(IOperation operation) =>
        operation is ISimpleAssignmentOperation assignment && LocalOf(assignment.Target) is { } local && _locals.Contains(local) && !IsSession(assignment.Value);

    private static IOperation? WithoutConversions(IOperation? operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    // A variable of the function around a lambda, a parameter, a field: others see it.
    private bool IsForeign(IOperation target) => target is not IDiscardOperation && (LocalOf(target) is not { } local || !_declared.Contains(local));

    private ILocalSymbol? LocalOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IFlowCaptureReferenceOperation capture when _capturedTargets.TryGetValue(capture.Id, out ILocalSymbol? local) => local,
        _ => null,
    };

    private int Count => _locals.Count + _captures.Count + _successes.Count + _successCaptures.Count;

    private void Propagate(IOperation operation)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                if (WithoutConversions(capture.Value) is ILocalReferenceOperation { Local: { } captured })
                {
                    _capturedTargets[capture.Id] = captured;
                }

                AddIf(IsSession(capture.Value), _captures, capture.Id);
                AddIf(IsSuccess(capture.Value), _successCaptures, capture.Id);
                break;
            case ISimpleAssignmentOperation assignment when LocalOf(assignment.Target) is { } local && _declared.Contains(local):
                AddIf(IsSession(assignment.Value), _locals, local);
                AddIf(IsSuccess(assignment.Value), _successes, local);
                break;
            case IIsPatternOperation { Pattern: { } pattern } test when IsSession(test.Value) && VariableOf(pattern) is { } variable:
                _locals.Add(variable);
                break;
        }
    }

    private static ILocalSymbol? VariableOf(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol as ILocalSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol as ILocalSymbol,
        _ => null,
    };

    private static void AddIf<T>(bool condition, HashSet<T> set, T item)
    {
        if (condition)
        {
            set.Add(item);
        }
    }

    private bool NamesOf(IMethodSymbol function) =>
        function.DeclaringSyntaxReferences.Length > 0 && Names(function.DeclaringSyntaxReferences[0].GetSyntax());

    private bool Names(SyntaxNode function) =>
        function.DescendantNodes().Any(node => node is IdentifierNameSyntax name && _locals.Any(local => local.Name == name.Identifier.ValueText));

    private static HashSet<ILocalSymbol> DeclaredIn(ControlFlowRegion root)
    {
        var locals = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<ControlFlowRegion>();
        open.Push(root);
        while (open.Count > 0)
        {
            ControlFlowRegion region = open.Pop();
            locals.UnionWith(region.Locals);
            foreach (ControlFlowRegion nested in region.NestedRegions)
            {
                open.Push(nested);
            }
        }

        return locals;
    }
}
