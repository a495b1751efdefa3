using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Sessions.Paths;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>Follows one session along every path, from where it begins to where it is ended, handed on or left behind.</summary>
internal abstract class SessionPaths : PathWalker
{
    private readonly SessionHolders _holders;

    protected SessionPaths(SessionHolders holders, ControlFlowGraph graph, CancellationToken cancellationToken)
        : base(graph, cancellationToken) => _holders = holders;

    protected void WalkFromBeginning()
    {
        foreach (BasicBlock block in Graph.Blocks)
        {
            if (EvaluationOrder.Of(block).Find(_holders.IsBeginning) is { } beginning)
            {
                WalkFrom(block, beginning);
                return;
            }
        }
    }

    /// <summary>A path leaves the session behind.</summary>
    protected virtual void LeaveBehind(LeakKind kind, IOperation place)
    {
    }

    protected override bool Visit(IOperation operation)
    {
        if (_holders.MethodCalled(operation) is "Complete" or "Fail" or "Dispose" || _holders.HandsOn(operation))
        {
            return false;
        }

        if (_holders.IsBeginning(operation) || (_holders.HasOneVariable && _holders.Overwrites(operation)))
        {
            LeaveBehind(LeakKind.Replacement, operation);
            return false;
        }

        // Whoever asserts that there is no session has none behind the assertion.
        return Assertion(operation) is not { } asserted || Decide(asserted.Value) != asserted.EndsIf;
    }

    protected override bool MayThrow(IOperation operation) => ThrowingOperations.MayThrow(operation) && !Holds(operation);

    protected override bool? Decide(IOperation condition) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Decide(not.Operand),
        IIsNullOperation test when _holders.IsSession(test.Operand) => false,
        IIsTypeOperation test when _holders.IsSession(test.ValueOperand) => true,
        IIsPatternOperation test when _holders.IsSession(test.Value) => Matches(test.Pattern),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } test when ComparesWithNull(test) => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } test when ComparesWithNull(test) => true,
        _ => _holders.IsSuccess(condition) ? true : null,
    };

    protected override void Return(IOperation? last, bool withValue)
    {
        if (last is not null && !(withValue && _holders.IsSession(last)))
        {
            LeaveBehind(withValue ? LeakKind.Return : LeakKind.ReturnAfter, last);
        }
    }

    protected override void Escape(IOperation? origin)
    {
        if (origin is not null)
        {
            LeaveBehind(LeakKind.Exception, origin);
        }
    }

    // What an argument of an assertion must not be: [DoesNotReturnIf].
    private static (IOperation Value, bool EndsIf)? Assertion(IOperation operation)
    {
        if (operation is IArgumentOperation { Parameter: { Type.SpecialType: SpecialType.System_Boolean } parameter, Value: { } value })
        {
            foreach (AttributeData attribute in parameter.GetAttributes())
            {
                if (attribute is { AttributeClass.Name: "DoesNotReturnIfAttribute", ConstructorArguments: { Length: 1 } arguments } && arguments[0].Value is bool endsIf)
                {
                    return (value, endsIf);
                }
            }
        }

        return null;
    }

    // An assertion of what is so does not throw.
    private bool Holds(IOperation operation) =>
        operation is IInvocationOperation call
        && call.Arguments.Any(argument => Assertion(argument) is { } asserted && Decide(asserted.Value) == !asserted.EndsIf);

    private bool ComparesWithNull(IBinaryOperation test) =>
        (_holders.IsSession(test.LeftOperand) && IsNull(test.RightOperand)) || (_holders.IsSession(test.RightOperand) && IsNull(test.LeftOperand));

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    // Of what is not null.
    private static bool? Matches(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation not => !Matches(not.Pattern),
        IConstantPatternOperation constant => IsNull(constant.Value) ? false : null,
        IDeclarationPatternOperation or ITypePatternOperation or IDiscardPatternOperation => true,
        IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true } => true,
        _ => null,
    };
}
