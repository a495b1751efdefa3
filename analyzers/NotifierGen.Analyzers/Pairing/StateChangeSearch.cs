using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Pairing;

/// <summary>
/// Finds what a handler changes of its device: assignments to what the device holds, events, references handed out. Methods called on the device and
/// on what it holds are read, too, where this compilation has them; of others the name must say that they change something.
/// </summary>
internal sealed class StateChangeSearch
{
    private const int MostMethods = 256;

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<IMethodSymbol> _known = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
    private readonly Queue<(IMethodSymbol Method, SyntaxNode? Call)> _open = new Queue<(IMethodSymbol, SyntaxNode?)>();

    private StateChangeSearch(Compilation compilation, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The first change; null if the handler only looks.</summary>
    public static StateChange? Find(IMethodSymbol handler, Compilation compilation, CancellationToken cancellationToken)
    {
        var search = new StateChangeSearch(compilation, cancellationToken);
        search.Add(handler, call: null);
        while (search._open.Count > 0)
        {
            (IMethodSymbol method, SyntaxNode? call) = search._open.Dequeue();
            if (search.Read(method, call) is { } change)
            {
                return change;
            }
        }

        return null;
    }

    private void Add(IMethodSymbol method, SyntaxNode? call)
    {
        if (_known.Count < MostMethods && _known.Add(method.OriginalDefinition))
        {
            _open.Enqueue((method.OriginalDefinition, call));
        }
    }

    /// <summary>Reads one method.</summary>
    /// <param name="method">A method of the device, or of something that it holds.</param>
    /// <param name="call">In the latter case, the call by which the device's own code went there.</param>
    private StateChange? Read(IMethodSymbol method, SyntaxNode? call)
    {
        if (SourceBodies.Of(method, _compilation, _cancellationToken) is not { } body)
        {
            return null;
        }

        ImmutableArray<IOperation> operations = SourceBodies.OwnOperations(body).ToImmutableArray();
        var state = new DeviceState(method.ContainingType, operations);
        foreach (IOperation operation in operations)
        {
            if (Target(operation, state) is { } target)
            {
                return new StateChange(operation.Syntax, call ?? target);
            }

            if (operation is not IInvocationOperation invocation)
            {
                continue;
            }

            if (IsOfSelf(invocation, method.ContainingType))
            {
                Add(invocation.TargetMethod, call);
            }
            else if (IsReadable(invocation.TargetMethod) && MutatingCalls.IsOnState(invocation, state))
            {
                Add(invocation.TargetMethod, call ?? CalledMember(invocation));
            }
        }

        return null;
    }

    private SyntaxNode? Target(IOperation operation, DeviceState state) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements.FirstOrDefault(state.IsPlace)?.Syntax,
        IAssignmentOperation assignment when state.IsPlace(assignment.Target) => assignment.Target.Syntax,
        IIncrementOrDecrementOperation increment when state.IsPlace(increment.Target) => increment.Target.Syntax,
        IEventAssignmentOperation { EventReference: IEventReferenceOperation raised } when raised.Instance is null || state.Holds(raised.Instance) => raised.Syntax,
        IArgumentOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } } argument when !OnlyReads(argument) && state.IsPlace(argument.Value) => argument.Value.Syntax,
        IInvocationOperation call when !IsReadable(call.TargetMethod) && MutatingCalls.Changes(call, state) => CalledMember(call),
        _ => null,
    };

    // Before "ref readonly" these took their place by reference, and only looked at it.
    private static bool OnlyReads(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: { Name: "Read", ContainingType.Name: "Volatile" or "Interlocked" } };

    private static SyntaxNode CalledMember(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax syntax ? syntax.Expression : call.Syntax;

    // A method of the device, of a base class of its, or a local function.
    private static bool IsOfSelf(IInvocationOperation call, INamedTypeSymbol self) =>
        call.TargetMethod.MethodKind == MethodKind.LocalFunction
        || call.Instance is IInstanceReferenceOperation
        || (call.Instance is null && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType.OriginalDefinition, self.OriginalDefinition));

    // Whose body is here, and runs whatever the object's class.
    private bool IsReadable(IMethodSymbol method) =>
        method is { IsStatic: false, IsAbstract: false, IsVirtual: false, IsExtern: false }
        && (!method.IsOverride || method.IsSealed || method.ContainingType.IsSealed)
        && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly);
}
