using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>
/// Lowers one body: walks over its operations in the order in which they run and keeps what they do to the VM. Each operation is visited for its
/// effects; its value is tracked if it is a delegate, a lazy sequence or a scope, and if nobody tracks it, it escapes.
/// </summary>
internal sealed partial class BodyLowering(MemberScope scope, int part, IMethodSymbol? function)
{
    private readonly LoweringServices _services = scope.Services;
    private readonly Dictionary<ILabelSymbol, int> _labels = new(SymbolEqualityComparer.Default);
    private readonly Stack<HashSet<int>> _tries = new();
    private readonly Dictionary<ILocalSymbol, int> _scopes = new(SymbolEqualityComparer.Default);
    private readonly List<ValueExpr> _returned = [];
    private readonly List<Effect> _returnedReferences = [];

    // The receivers of the conditional accesses around the operation, innermost on top.
    private readonly Stack<(IOperation Operation, ValueExpr? Value)> _accessed = new();
    private readonly Stack<IBinaryOperation> _chain = new();
    private List<Effect> _effects = [];
    private Effect? _program;
    private Effect? _returnedTest;
    private int _labelCount = 1;
    private int _scopeCount;
    private ValueUse _use = ValueUse.None;
    private bool _isIterator;
    private int _yields;
    private bool _returnsState;

    // Whether a pausing scope may have begun further up.
    private bool _hasPaused;
    private Effect? _lastCall;

    private VmFacts Facts => _services.Facts;

    /// <summary>Lowers the body of a method, accessor, initialiser, lambda or local function.</summary>
    public void LowerBody(IOperation? body)
    {
        switch (body)
        {
            case ILocalFunctionOperation local:
                Visit(local.Body);
                break;

            case IMethodBodyBaseOperation method:
                Visit((IOperation?)method.BlockBody ?? method.ExpressionBody);
                break;

            case ISymbolInitializerOperation initializer:
                LowerInitializer(initializer);
                break;

            default:
                Visit(body);
                break;
        }

        _returnedTest = body is not null && function is { ReturnType.SpecialType: SpecialType.System_Boolean } ? ReturnedTestOf(body) : null;
        Finish();
    }

    public BodyIr ToIr() => new()
    {
        Program = _program!,
        Name = scope.Symbol is { } symbol ? MemberName.Of(function ?? symbol) : "",
        IsIterator = _isIterator,
        ReturnsTask = FrameworkTypes.IsTask(function?.ReturnType) || function is { IsAsync: true },
        Returns = _returned.Count switch { 0 => null, 1 => _returned[0], _ => new ValueExpr.Union([.. _returned]) },
        ReturnedTest = _returnedTest,
        IsAsync = function is { IsAsync: true },
        ReturnsState = _returnsState,
        ReturnedReferences = [.. _returnedReferences],
        Parameters = scope.ParametersSeenBy(part),
    };

    private void Finish() => _program = Joined(_effects);

    private void Emit(Effect effect)
    {
        // Nothing happened since the last place that may throw: this one adds nothing.
        if (effect is Effect.MayThrow && _effects.Count > 0 && _effects[_effects.Count - 1] is Effect.MayThrow)
        {
            return;
        }

        if (effect is Effect.Call call)
        {
            scope.Callees.Add(call.Targets);
        }

        if (effect is Effect.Sequence sequence)
        {
            _effects.AddRange(sequence.Items);
        }
        else
        {
            _effects.Add(effect);
        }
    }

    /// <summary>Lowers something into a program of its own.</summary>
    private Effect Capture(Action lower)
    {
        List<Effect> outer = _effects;
        _effects = [];
        lower();
        Effect captured = Joined(_effects);
        _effects = outer;
        return captured;
    }

    private static Effect Joined(List<Effect> effects) => effects.Count switch
    {
        0 => Effect.Nothing,
        1 => effects[0],
        _ => new Effect.Sequence([.. effects]),
    };

    private static bool IsNothing(Effect effect) => effect is Effect.Sequence { Items.Length: 0 };

    private void EmitBranch(Effect condition, Effect then, Effect otherwise)
    {
        if (IsNothing(then) && IsNothing(otherwise))
        {
            EmitUntested(condition);
            return;
        }

        Emit(new Effect.If(condition, then, otherwise));
    }

    /// <summary>Does what a condition does on the way to an answer that nobody asks for.</summary>
    private void EmitUntested(Effect condition)
    {
        switch (condition)
        {
            case Effect.Test or Effect.TestParameter or Effect.Constant:
                break;

            case Effect.Not not:
                EmitUntested(not.Condition);
                break;

            case Effect.After after:
                Emit(after.Prelude);
                EmitUntested(after.Condition);
                break;

            default:
                Emit(condition);
                break;
        }
    }

    private static TextSpan Site(IOperation operation) => operation.Syntax.Span;

    /// <summary>Runs an operation; if its value can run code or end a scope, it is left to whoever gets it.</summary>
    private void Visit(IOperation? operation)
    {
        if (operation is not null && Track(operation) is { } value)
        {
            Escape(operation, value, HowItEscapes(operation));
        }
    }

    /// <summary>Runs an operation whose value nobody uses, or which is only compared.</summary>
    private void Drop(IOperation? operation)
    {
        if (operation is not null)
        {
            Track(operation);
        }
    }

    /// <summary>A value gets to where it may run at any time; a parameter that promises to be invoked in place runs here.</summary>
    private void Escape(IOperation operation, ValueExpr value, string how)
    {
        if (value is ValueExpr.Constant)
        {
            return;
        }

        if (Unwrapped(operation) is IParameterReferenceOperation { Parameter: { } parameter } && Facts.IsInvokedInPlace(parameter))
        {
            Emit(new Effect.Invoke(Site(operation), value, [], CallMode.Started, mayNotHappen: true, mayRepeat: true));
            return;
        }

        Emit(new Effect.Defer(Site(operation), value, how));
    }

    private static string HowItEscapes(IOperation operation) => operation.Parent switch
    {
        IReturnOperation => "returned",
        IAssignmentOperation { Target: IMemberReferenceOperation member } => $"kept in '{member.Member.Name}'",
        IObjectCreationOperation or IArrayInitializerOperation => "kept in an object",
        _ => "kept",
    };

    /// <summary>Runs an operation and says where its value comes from, if that is of interest.</summary>
    private ValueExpr? Track(IOperation operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        ValueUse use = _use;
        _use = ValueUse.None;
        if (operation.ConstantValue.HasValue)
        {
            return operation.ConstantValue.Value is { } constant && FrameworkTypes.IsBranchedOn(operation.Type) ? new ValueExpr.Constant(constant) : null;
        }

        return operation switch
        {
            IInvocationOperation invocation => TrackInvocation(invocation, use),
            IPropertyReferenceOperation property => TrackProperty(property, use),
            IFieldReferenceOperation field => TrackField(field),
            IEventReferenceOperation raised => TrackEvent(raised),
            ILocalReferenceOperation local => TrackLocal(local),
            IParameterReferenceOperation parameter => TrackParameter(parameter),
            IArrayElementReferenceOperation element => TrackElement(element),
            IObjectCreationOperation creation => TrackCreation(creation),
            IDelegateCreationOperation creation => Track(creation.Target),
            IAnonymousFunctionOperation lambda => FunctionOf(lambda.Symbol),
            IMethodReferenceOperation method => TrackMethodReference(method),
            IConversionOperation conversion => TrackConversion(conversion, use),
            IConditionalOperation conditional => TrackConditional(conditional, use),
            ICoalesceOperation coalesce => TrackCoalesce(coalesce, use),
            IConditionalAccessOperation access => TrackConditionalAccess(access, use),
            ITranslatedQueryOperation query => TrackFor(query.Operation, use),
            IConditionalAccessInstanceOperation => _accessed.Count > 0 ? _accessed.Peek().Value : null,
            IAwaitOperation awaited => TrackAwait(awaited, use),
            ISimpleAssignmentOperation assignment => TrackAssignment(assignment, use),
            ICoalesceAssignmentOperation assignment => TrackCoalesceAssignment(assignment),
            ICompoundAssignmentOperation assignment => Untracked(() => LowerCompound(assignment)),
            IIncrementOrDecrementOperation increment => Untracked(() => LowerIncrement(increment)),
            IDeconstructionAssignmentOperation deconstruction => Untracked(() => LowerDeconstruction(deconstruction)),
            IEventAssignmentOperation assignment => Untracked(() => LowerEventAssignment(assignment)),
            ISwitchExpressionOperation choice => TrackSwitchExpression(choice, use),
            IArrayCreationOperation array => TrackArray(array),
            IBinaryOperation binary => Untracked(() => LowerBinary(binary)),
            _ => TrackOther(operation),
        };
    }

    private ValueExpr? TrackOther(IOperation operation) => LowerStatement(operation) ? null : TrackExpression(operation);

    private static ValueExpr? Untracked(Action lower)
    {
        lower();
        return null;
    }

    /// <summary>Runs an operation whose value is used in a certain way.</summary>
    private ValueExpr? TrackFor(IOperation operation, ValueUse use)
    {
        _use = use;
        ValueExpr? value = Track(operation);
        _use = ValueUse.None;
        return value;
    }

    private ValueExpr? TrackInto(IOperation operation, int token) => TrackFor(operation, ValueUse.KeptIn(token));

    private ValueExpr.Function FunctionOf(IMethodSymbol symbol) => new(PartOfMember(symbol));

    // While code is typed, a class may bind to a local function of top-level statements (CS8801): that is no part of this member, and does nothing here.
    private CallTarget[] PartOfMember(IMethodSymbol function) =>
        scope.PartOf(function) is var part && part >= 0 ? [new CallTarget(MemberName.Of(function), scope.Key with { Part = part })] : [];

    private void VisitChildren(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            Visit(child);
        }
    }

    private static ValueExpr? UnionOf(ValueExpr? left, ValueExpr? right) =>
        left is null ? right : right is null || ReferenceEquals(left, right) ? left : new ValueExpr.Union([left, right]);
}
