using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Conditions: what is known of the vCPUs on either branch.</content>
internal sealed partial class BodyLowering
{
    private Effect Condition(IOperation operation, bool negated = false)
    {
        Effect condition = ConditionOf(operation);
        return negated ? new Effect.Not(condition) : condition;
    }

    private Effect ConditionOf(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return new Effect.Constant(constant);
        }

        switch (operation)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return new Effect.Not(ConditionOf(not.Operand));

            case IBinaryOperation
            {
                OperatorMethod: null,
                OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.And or BinaryOperatorKind.Or,
            } both:
                bool isOr = both.OperatorKind is BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or;
                return new Effect.AndOr(ConditionOf(both.LeftOperand), ConditionOf(both.RightOperand), isOr);

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } equality
                when ConditionOfEquality(equality) is { } compared:
                return compared;

            case IIsPatternOperation { Pattern: { } pattern } matched when BooleanOf(pattern) is { } wanted && IsGuard(matched.Value):
                return wanted ? ConditionOf(matched.Value) : new Effect.Not(ConditionOf(matched.Value));

            case IIsPatternOperation { Pattern: { } pattern } matched when ConditionOfPattern(pattern, matched.Value, () => Track(matched.Value)) is { } matches:
                return matches;

            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                return new Effect.If(ConditionOf(conditional.Condition), ConditionOf(conditional.WhenTrue), ConditionOf(otherwise));

            case IConversionOperation { OperatorMethod: null } conversion:
                return ConditionOf(conversion.Operand);

            case IParameterReferenceOperation { Parameter: { } parameter } when FrameworkTypes.IsBranchedOn(parameter.Type) && ParameterTest(parameter, true) is { } test:
                return test;

            case ILocalReferenceOperation { Local: { } local } when scope.TestOf(local) is { } test:
                return test;

            case IMemberReferenceOperation or IInvocationOperation:
                return ConditionOfMember(operation);

            case ICoalesceOperation { Value: IConditionalAccessOperation access, WhenNull.ConstantValue: { HasValue: true, Value: bool whenNull } } when IsGuard(access.WhenNotNull):
                return GuardBehind(access, wanted: true, whenNull);

            default:
                // What runs last in it is no test of the whole.
                return new Effect.Sequence([Capture(() => Drop(operation)), Effect.Nothing]);
        }
    }

    private Effect? ConditionOfEquality(IBinaryOperation equality)
    {
        bool isEqual = equality.OperatorKind == BinaryOperatorKind.Equals;
        (IOperation left, IOperation right) = (Unwrapped(equality.LeftOperand), Unwrapped(equality.RightOperand));
        (IOperation tested, object? constant) = right.ConstantValue.HasValue ? (left, right.ConstantValue.Value)
            : left.ConstantValue.HasValue ? (right, left.ConstantValue.Value)
            : (left, null);

        Effect? condition = constant switch
        {
            bool wanted when IsGuard(tested) => wanted ? ConditionOf(tested) : new Effect.Not(ConditionOf(tested)),
            bool wanted when tested is IConditionalAccessOperation access && IsGuard(access.WhenNotNull) => GuardBehind(access, wanted, whenNull: false),
            not null when tested is IParameterReferenceOperation { Parameter: { } parameter } && FrameworkTypes.IsBranchedOn(parameter.Type) =>
                ParameterTest(parameter, constant),
            _ => null,
        };
        return condition is null ? null : isEqual ? condition : new Effect.Not(condition);
    }

    /// <summary>The test that a guard behind ?. has a value; <paramref name="whenNull"/> is what it counts as without a receiver.</summary>
    private Effect.After GuardBehind(IConditionalAccessOperation access, bool wanted, bool whenNull)
    {
        Effect prelude = Capture(() => Drop(access.Operation));
        _accessed.Push((Unwrapped(access.Operation), null));
        Effect known = ConditionOf(access.WhenNotNull);
        _accessed.Pop();
        known = wanted ? known : new Effect.Not(known);
        return new Effect.After(prelude, new Effect.AndOr(Effect.Nothing, known, isOr: whenNull));
    }

    private static Effect WithoutPrelude(Effect condition)
    {
        while (condition is Effect.After after)
        {
            condition = after.Condition;
        }

        return condition is Effect.TestCall ? Effect.Nothing : condition;
    }

    private Effect.TestParameter? ParameterTest(IParameterSymbol parameter, object constant)
    {
        int owner = scope.PartOf(parameter.ContainingSymbol);
        if (owner < 0)
        {
            return null;
        }

        scope.Use(owner, parameter.Ordinal);
        return new Effect.TestParameter(owner, parameter.Ordinal, constant);
    }

    private Effect ConditionOfMember(IOperation operation)
    {
        ISymbol? member = MemberOf(operation);
        MemberEffects facts = member is null ? MemberEffects.None : Facts.Of(member);
        if (member is not null && (facts & (MemberEffects.StoppedWhenTrue | MemberEffects.StoppedWhenFalse)) != 0)
        {
            Effect prelude = Capture(() =>
            {
                foreach (IOperation child in operation.ChildOperations)
                {
                    Drop(child);
                }

                if (MemberContract.IsState(facts))
                {
                    EmitTouch(operation, StateView.Certain, writes: false);
                }

                Emit(Effect.MayThrow.Instance);
            });
            Guard guard = HandlerAttribute.IsNotifierGenType(member.ContainingType, "MigrationContext") ? Ir.Guard.Snapshot : Ir.Guard.Live;
            return new Effect.After(prelude, new Effect.Test(guard, (facts & MemberEffects.StoppedWhenTrue) != 0));
        }

        if (member is not null && IsVmWillStart(member))
        {
            // The session is going to start the VM, so it stopped it; that it is not going to says nothing.
            return new Effect.After(Capture(() => VisitChildren(operation)), new Effect.Test(Ir.Guard.Snapshot, stoppedWhen: true));
        }

        // The last call may also be that of an argument, which answers something else.
        TextSpan site = Site(operation);
        Effect called = Capture(() => Drop(operation));
        return called switch
        {
            Effect.Call call when call.Site == site => new Effect.TestCall(call),
            Effect.Sequence { Items: [.., Effect.Call last, Effect.MayThrow] items } when last.Site == site =>
                new Effect.After(new Effect.Sequence(items.Take(items.Length - 2).ToArray()), new Effect.TestCall(last)),
            Effect.Sequence { Items: [.., Effect.Call last] items } when last.Site == site =>
                new Effect.After(new Effect.Sequence(items.Take(items.Length - 1).ToArray()), new Effect.TestCall(last)),
            _ => IsNothing(called) ? called : new Effect.Sequence([called, Effect.Nothing]),
        };
    }

    private static bool IsVmWillStart(ISymbol member) =>
        member is IPropertySymbol { Name: "VmWillStart" } && HandlerAttribute.IsNotifierGenType(member.ContainingType, "MigrationContext");

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IMemberReferenceOperation reference => reference.Member,
        IInvocationOperation invocation => invocation.TargetMethod,
        _ => null,
    };

    private bool IsGuard(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => IsGuard(conversion.Operand),
        ILocalReferenceOperation { Local: { } local } => scope.TestOf(local) is not null,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsGuard(not.Operand),
        _ => MemberOf(operation) is { } member
            && ((Facts.Of(member) & (MemberEffects.StoppedWhenTrue | MemberEffects.StoppedWhenFalse)) != 0
                || IsVmWillStart(member)
                || (member.DeclaringSyntaxReferences.Length > 0 && operation.Type?.SpecialType == SpecialType.System_Boolean)),
    };

    private static bool? BooleanOf(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool value } } => value,
        INegatedPatternOperation negated when BooleanOf(negated.Pattern) is { } value => !value,
        _ => null,
    };

    /// <summary>The test that a local's value is, if it stays true: what the context says does not change while the handler runs.</summary>
    private Effect? SnapshotTest(IOperation value)
    {
        Effect condition = Effect.Nothing;
        Capture(() => condition = TestsOf(ConditionOf(value)));

        // The end of a scope brings back what was before it: what a machine said within need not be true behind.
        bool isAsked = HasTest(condition, Ir.Guard.Live);
        return isAsked ? _hasPaused ? null : Aged(condition) : HasTest(condition, Ir.Guard.Snapshot) ? condition : null;
    }

    /// <summary>The tests in a condition, without what is done on the way; what else it asks may go either way.</summary>
    private static Effect TestsOf(Effect condition) => condition switch
    {
        Effect.Test or Effect.Constant => condition,
        Effect.Not not => new Effect.Not(TestsOf(not.Condition)),
        Effect.AndOr both => new Effect.AndOr(TestsOf(both.Left), TestsOf(both.Right), both.IsOr),
        Effect.After after => TestsOf(after.Condition),
        _ => Effect.Nothing,
    };

    /// <summary>The tests in a condition as they hold later: until the VM is resumed.</summary>
    private static Effect Aged(Effect condition) => condition switch
    {
        Effect.Test test => new Effect.Test(Ir.Guard.Snapshot, test.StoppedWhen),
        Effect.Not not => new Effect.Not(Aged(not.Condition)),
        Effect.AndOr both => new Effect.AndOr(Aged(both.Left), Aged(both.Right), both.IsOr),
        _ => condition,
    };

    private static bool HasTest(Effect condition, Guard guard) => condition switch
    {
        Effect.Test test => test.Guard == guard,
        Effect.Not not => HasTest(not.Condition, guard),
        Effect.AndOr both => HasTest(both.Left, guard) || HasTest(both.Right, guard),
        _ => false,
    };

    /// <summary>If a body does nothing but return a test: the test.</summary>
    private Effect? ReturnedTestOf(IOperation body)
    {
        IOperation? block = body switch
        {
            IMethodBodyBaseOperation method => (IOperation?)method.BlockBody ?? method.ExpressionBody,
            ILocalFunctionOperation local => local.Body,
            _ => body,
        };
        if (block is not IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } value }] })
        {
            return null;
        }

        Effect condition = Capture(() => Emit(ConditionOf(value)));
        return IsPureTest(condition) ? condition
            : IsPartOfTest(condition) && TestsOf(condition) is var tests && (HasTest(tests, Ir.Guard.Live) || HasTest(tests, Ir.Guard.Snapshot)) ? tests
            : null;
    }

    /// <summary>Whether a condition asks of the machine and of what has no effect, so that what it says of the machine holds behind it.</summary>
    private static bool IsPartOfTest(Effect condition) => condition switch
    {
        Effect.Test or Effect.Constant or Effect.MayThrow or Effect.Touch => true,
        Effect.Not not => IsPartOfTest(not.Condition),
        Effect.AndOr both => IsPartOfTest(both.Left) && IsPartOfTest(both.Right),
        Effect.After after => IsPartOfTest(after.Prelude) && IsPartOfTest(after.Condition),
        Effect.Sequence sequence => sequence.Items.All(IsPartOfTest),
        _ => false,
    };

    private static bool IsPureTest(Effect condition) => condition switch
    {
        Effect.Test or Effect.Constant => true,
        Effect.TestCall { Tested: { } call } => call.Arguments.All(static argument => argument is null),
        Effect.Not not => IsPureTest(not.Condition),
        Effect.AndOr both => IsPureTest(both.Left) && IsPureTest(both.Right),
        Effect.After after => IsPureTest(after.Condition),
        _ => false,
    };
}
