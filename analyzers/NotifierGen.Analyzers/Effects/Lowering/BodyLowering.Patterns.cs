using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Patterns and switches: a pattern runs getters, Deconstruct methods and indexers where it is tested.</content>
internal sealed partial class BodyLowering
{
    private void LowerPattern(IPatternOperation pattern, ValueExpr? value)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                Drop(constant.Value);
                break;

            case IRelationalPatternOperation relational:
                Drop(relational.Value);
                break;

            case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol local }:
                AssignMatched(local, value);
                break;

            case INegatedPatternOperation negated:
                LowerPattern(negated.Pattern, value);
                break;

            case IBinaryPatternOperation both:
                LowerPattern(both.LeftPattern, value);
                Perhaps(() => LowerPattern(both.RightPattern, value));
                break;

            case IRecursivePatternOperation recursive:
                LowerRecursive(recursive, value);
                break;

            case IListPatternOperation list:
                LowerList(list);
                break;
        }
    }

    // What is not looked at is not fetched.
    private void LowerList(IListPatternOperation list)
    {
        WhenMatched(list, () =>
        {
            EmitAccessor(list, list.LengthSymbol);
            Perhaps(() =>
            {
                foreach (IPatternOperation element in list.Patterns)
                {
                    LowerElement(list, element);
                }
            });
        });
    }

    private void LowerElement(IListPatternOperation list, IPatternOperation element)
    {
        if (element is ISlicePatternOperation slice)
        {
            if (slice.Pattern is { } part and not IDiscardPatternOperation)
            {
                EmitAccessor(slice, slice.SliceSymbol);
                LowerPattern(part, null);
            }
        }
        else if (element is not IDiscardPatternOperation)
        {
            EmitAccessor(element, list.IndexerSymbol);
            LowerPattern(element, null);
        }
    }

    // The members of a value are read if it is not null and of the pattern's type.
    private void WhenMatched(IPatternOperation pattern, Action lower)
    {
        if (pattern.InputType.IsValueType && SymbolEqualityComparer.Default.Equals(pattern.InputType, pattern.NarrowedType))
        {
            lower();
        }
        else
        {
            Perhaps(lower);
        }
    }

    /// <summary>Something happens only if what was tested before matched.</summary>
    private void Perhaps(Action lower) => EmitBranch(Effect.Nothing, Capture(lower), Effect.Nothing);

    private void EmitAccessor(IOperation site, ISymbol? member)
    {
        IMethodSymbol? method = member switch
        {
            IPropertySymbol property => property.GetMethod,
            IMethodSymbol called => called,
            _ => null,
        };
        if (method is not null)
        {
            EmitCall(site, method, new Receiver(method.IsStatic ? null : method.ContainingType, IsVirtual: true), [], ValueUse.None);
        }
    }

    private ValueExpr? TrackSwitchExpression(ISwitchExpressionOperation choice, ValueUse use)
    {
        ValueExpr? value = Track(choice.Value);
        ValueExpr? result = null;
        var arms = new List<Effect.Arm>();
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            Effect? condition = arm is { Pattern: IDiscardPatternOperation, Guard: null } ? null : ArmCondition(choice.Value, value, arm.Pattern, arm.Guard);
            Effect body = Capture(() => result = UnionOf(result, TrackFor(arm.Value, use)));
            arms.Add(new Effect.Arm(condition, body));
        }

        EmitSwitch(arms, isExhaustive: true, NewLabel());

        // A value that no arm takes throws.
        Emit(Effect.MayThrow.Instance);
        return result;
    }

    private void LowerSwitch(ISwitchOperation choice)
    {
        ValueExpr? value = Track(choice.Value);
        int exit = Define(choice.ExitLabel);
        var arms = new List<Effect.Arm>();
        bool hasDefault = false;
        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            Effect? condition = null;
            bool isDefault = false;
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                if (clause is IDefaultCaseClauseOperation)
                {
                    isDefault = true;
                    continue;
                }

                Effect one = ClauseCondition(choice.Value, value, clause);
                condition = condition is null ? one : new Effect.AndOr(condition, one, isOr: true);
            }

            hasDefault |= isDefault;
            Effect body = Capture(() =>
            {
                foreach (ICaseClauseOperation clause in section.Clauses)
                {
                    if (clause.Label is { } label)
                    {
                        Emit(new Effect.Label(Define(label)));
                    }
                }

                foreach (IOperation statement in section.Body)
                {
                    Visit(statement);
                }
            });
            arms.Add(new Effect.Arm(isDefault ? null : condition, body));
        }

        EmitSwitch(arms, hasDefault, exit);
    }

    private void EmitSwitch(List<Effect.Arm> arms, bool isExhaustive, int exit)
    {
        if (arms.TrueForAll(static arm => IsNothing(arm.Body) && (arm.Condition is null || HasNoEffect(arm.Condition))))
        {
            return;
        }

        Emit(new Effect.Switch([.. arms], isExhaustive, exit));
    }

    /// <summary>Whether a condition does nothing, whatever it tells.</summary>
    private static bool HasNoEffect(Effect condition) => condition switch
    {
        Effect.Test or Effect.TestParameter or Effect.Constant => true,
        Effect.Not not => HasNoEffect(not.Condition),
        Effect.AndOr both => HasNoEffect(both.Left) && HasNoEffect(both.Right),
        Effect.After after => HasNoEffect(after.Prelude) && HasNoEffect(after.Condition),
        Effect.Sequence sequence => sequence.Items.All(HasNoEffect),
        _ => false,
    };

    private Effect ClauseCondition(IOperation subject, ValueExpr? value, ICaseClauseOperation clause)
    {
        switch (clause)
        {
            case IPatternCaseClauseOperation matched:
                return ArmCondition(subject, value, matched.Pattern, matched.Guard);

            case ISingleValueCaseClauseOperation { Value: { ConstantValue: { HasValue: true, Value: { } constant } } }:
                return ConstantCondition(subject, constant) ?? Effect.Nothing;

            default:
                return Effect.Nothing;
        }
    }

    private Effect ArmCondition(IOperation subject, ValueExpr? value, IPatternOperation pattern, IOperation? guard)
    {
        Effect matched = pattern switch
        {
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } when ConstantCondition(subject, constant) is { } test => test,
            INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } }
                when ConstantCondition(subject, constant) is { } test => new Effect.Not(test),
            _ => ConditionOfPattern(pattern, subject, () => value) ?? Capture(() => LowerPattern(pattern, value)),
        };
        if (guard is null)
        {
            return matched;
        }

        return new Effect.AndOr(matched, ConditionOf(guard), isOr: false);
    }

    /// <summary>The test whether a value that was evaluated already is this constant; null if that tells nothing.</summary>
    private Effect? ConstantCondition(IOperation subject, object constant)
    {
        subject = Unwrapped(subject);
        if (constant is bool wanted && IsGuard(subject))
        {
            Effect test = ConditionOf(subject);
            while (test is Effect.After after)
            {
                test = after.Condition;
            }

            // A test that is itself a call was made when the value was evaluated.
            return test is Effect.TestCall ? null : wanted ? test : new Effect.Not(test);
        }

        return subject is IParameterReferenceOperation { Parameter: { } parameter } && FrameworkTypes.IsBranchedOn(parameter.Type) ? ParameterTest(parameter, constant) : null;
    }
}
