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
            Effect? condition = arm is { Pattern: IDiscardPatternOperation, Guard: null } ? null : PatternCondition(choice.Value, value, arm.Pattern);
            Effect? guard = arm.Guard is null ? null : ConditionOf(arm.Guard);
            Effect body = Capture(() => result = UnionOf(result, TrackFor(arm.Value, use)));
            arms.Add(new Effect.Arm(condition, body) { Guard = guard });
        }

        Exclude(arms, guarded: i => choice.Arms[i].Pattern, areExclusive: (pattern, i) => PatternConstants.AreExclusive(pattern, choice.Arms[i].Pattern));
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

                Effect one = ClauseCondition(choice.Value, value, clause, isOnlyOne: section.Clauses.Length == 1);
                condition = condition is null ? one : new Effect.AndOr(condition, one, isOr: true);
            }

            hasDefault |= isDefault;
            Effect? guard = section.Clauses is [IPatternCaseClauseOperation { Guard: { } only }] ? ConditionOf(only) : null;
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
            arms.Add(new Effect.Arm(isDefault ? null : condition, body) { Guard = guard });
        }

        Exclude(
            arms,
            guarded: i => (choice.Cases[i].Clauses[0] as IPatternCaseClauseOperation)?.Pattern,
            areExclusive: (pattern, i) => choice.Cases[i].Clauses.All(clause => AreExclusive(pattern, clause)));
        EmitSwitch(arms, hasDefault, exit);
    }

    /// <summary>Finds for each arm with a guard which later ones no value comes to that the guard turned away.</summary>
    /// <param name="arms">The arms.</param>
    /// <param name="guarded">The pattern of each arm that has a single one.</param>
    /// <param name="areExclusive">Whether no value that matches a pattern comes to the arm of a position.</param>
    private static void Exclude(List<Effect.Arm> arms, Func<int, IPatternOperation?> guarded, Func<IPatternOperation, int, bool> areExclusive)
    {
        for (int i = 0; i < arms.Count; i++)
        {
            if (arms[i].Guard is not null && guarded(i) is { } pattern)
            {
                arms[i].Excluded = [.. Enumerable.Range(i + 1, arms.Count - i - 1).Where(later => arms[later].Condition is not null && areExclusive(pattern, later))];
            }
        }
    }

    private static bool AreExclusive(IPatternOperation pattern, ICaseClauseOperation clause) => clause switch
    {
        IPatternCaseClauseOperation matched => PatternConstants.AreExclusive(pattern, matched.Pattern),
        ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } => PatternConstants.Matches(pattern, constant) == false,
        _ => false,
    };

    private void EmitSwitch(List<Effect.Arm> arms, bool isExhaustive, int exit)
    {
        if (arms.TrueForAll(static arm =>
            IsNothing(arm.Body) && (arm.Condition is null || HasNoEffect(arm.Condition)) && (arm.Guard is null || HasNoEffect(arm.Guard))))
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

    private Effect ClauseCondition(IOperation subject, ValueExpr? value, ICaseClauseOperation clause, bool isOnlyOne)
    {
        switch (clause)
        {
            case IPatternCaseClauseOperation matched:
                // The guard of the only clause stands beside the condition.
                Effect condition = PatternCondition(subject, value, matched.Pattern);
                return matched.Guard is null || isOnlyOne ? condition : new Effect.AndOr(condition, ConditionOf(matched.Guard), isOr: false);

            case ISingleValueCaseClauseOperation { Value: { ConstantValue: { HasValue: true, Value: { } constant } } }:
                return ConstantCondition(subject, constant) ?? Effect.Nothing;

            default:
                return Effect.Nothing;
        }
    }

    private Effect PatternCondition(IOperation subject, ValueExpr? value, IPatternOperation pattern) =>
        pattern switch
        {
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } when ConstantCondition(subject, constant) is { } test => test,
            INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } }
                when ConstantCondition(subject, constant) is { } test => new Effect.Not(test),
            _ => ConditionOfPattern(pattern, subject, () => value) ?? Capture(() => LowerPattern(pattern, value)),
        };

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
