using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Sessions.Host;

/// <summary>
/// Tells what the operations of one file's host code do. The VM is started and stopped by what attributes and effect files say so of; of the methods
/// called, those of the same type are read, too, in whatever file of it they stand.
/// </summary>
internal sealed class HostCode
{
    private readonly SemanticModel _model;
    private readonly VmFacts _facts;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<SyntaxNode, HostEffects> _calls = new Dictionary<SyntaxNode, HostEffects>();
    private readonly Dictionary<CallFrame, HostEffects> _bodies = new Dictionary<CallFrame, HostEffects>();

    public HostCode(SemanticModel model, VmFacts facts, CancellationToken cancellationToken)
    {
        _model = model;
        _facts = facts;
        _cancellationToken = cancellationToken;
    }

    /// <summary>What an operation does by itself, that is, without those it is made of.</summary>
    /// <param name="operation">An operation of the file, of an ordinary tree or of a control flow graph.</param>
    public HostEffects Of(IOperation operation)
    {
        if (operation is not IInvocationOperation call)
        {
            return OfOther(operation);
        }

        if (!_calls.TryGetValue(call.Syntax, out HostEffects effects))
        {
            // In a graph, arguments may have gone elsewhere.
            effects = OfCall(_model.GetOperation(call.Syntax, _cancellationToken) as IInvocationOperation ?? call, frame: null);
            _calls.Add(call.Syntax, effects);
        }

        return effects;
    }

    /// <summary>Whether anything in a function starts the VM; only then it is worth a graph.</summary>
    public bool MayStart(IOperation function) => SourceBodies.OwnOperations(function).Any(operation => (Of(operation) & HostEffects.Starts) != 0);

    private HostEffects OfOther(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.SetMethod: { } setter } } => OfMember(setter),
        IObjectCreationOperation { Constructor: { } constructor } => OfMember(constructor),
        _ => HostEffects.None,
    };

    private HostEffects OfMember(ISymbol member) => Of(_facts.Of(member));

    private static HostEffects Of(MemberEffects effects) =>
        ((effects & MemberEffects.ResumesVm) != 0 ? HostEffects.Starts : HostEffects.None)
        | ((effects & MemberEffects.PausesVm) != 0 ? HostEffects.Stops : HostEffects.None);

    private HostEffects OfCall(IInvocationOperation call, CallFrame? frame)
    {
        IMethodSymbol method = call.TargetMethod;
        HostEffects effects = OfMember(method);
        foreach (ConditionalEffect conditional in _facts.Conditional(method))
        {
            if (call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == conditional.Parameter) is { } argument
                && Equals(HostValue.Of(argument.Value, frame), conditional.Constant))
            {
                effects |= Of(conditional.Effects);
            }
        }

        if (effects != HostEffects.None)
        {
            return effects;
        }

        if (HandlerAttribute.IsNotifierGenType(method.ContainingType, "MigrationSession"))
        {
            return method.Name switch
            {
                "Fail" => HostEffects.RaisesFailed,
                "StopVm" => HostEffects.Stops,
                "Complete" => HostEffects.Completes,
                _ => HostEffects.None,
            };
        }

        if (HandlerAttribute.IsNotifierGenType(method.ContainingType, "MigrationDispatcher"))
        {
            return SessionBeginning.Read(call) is not null ? HostEffects.Begins
                : method.Name == "Notify" && call.Arguments.Length == 1 && HostValue.Of(call.Arguments[0].Value, frame) is RaisedContext context ? context.Effects
                : HostEffects.None;
        }

        return IsReadable(method, call, frame) && CallFrame.Enter(call, frame) is { } entered ? OfBody(entered) : HostEffects.None;
    }

    private HostEffects OfBody(CallFrame frame)
    {
        if (_bodies.TryGetValue(frame, out HostEffects effects))
        {
            return effects;
        }

        // A method that calls itself adds nothing to what it does.
        _bodies[frame] = HostEffects.None;
        if (SourceBodies.Of(frame.Method, _model.Compilation, _cancellationToken) is { } body)
        {
            foreach (IOperation operation in SourceBodies.OwnOperations(body))
            {
                effects |= operation is IInvocationOperation call ? OfCall(call, frame) : OfOther(operation);
            }
        }

        return _bodies[frame] = effects;
    }

    // Methods of the caller's own type, and its local functions.
    private bool IsReadable(IMethodSymbol method, IInvocationOperation call, CallFrame? frame)
    {
        if (method.IsAbstract || method.IsVirtual || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        INamedTypeSymbol? caller = frame is null
            ? _model.GetEnclosingSymbol(call.Syntax.SpanStart, _cancellationToken)?.ContainingType
            : frame.Method.ContainingType;
        return SymbolEqualityComparer.Default.Equals(caller?.OriginalDefinition, method.ContainingType?.OriginalDefinition);
    }
}
