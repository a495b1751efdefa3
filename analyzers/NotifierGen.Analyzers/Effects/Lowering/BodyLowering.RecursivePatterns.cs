using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Patterns over members: what is read, and that all of it was read where the pattern matches.</content>
internal sealed partial class BodyLowering
{
    private void LowerRecursive(IRecursivePatternOperation recursive, ValueExpr? value)
    {
        // Within another pattern it is not the answer.
        Effect condition = ConditionOfRecursive(recursive, value);
        Emit(HasNoEffect(condition) ? Effect.Nothing : new Effect.If(condition, Effect.Nothing, Effect.Nothing));
    }

    /// <summary>The condition that a value matches a pattern over its members; null for other patterns, of which only the effects count.</summary>
    private Effect? ConditionOfPattern(IPatternOperation pattern, IOperation subject, Func<ValueExpr?> track)
    {
        switch (pattern)
        {
            case IRecursivePatternOperation recursive:
                ValueExpr? value = null;
                Effect prelude = Capture(() => value = track());
                return new Effect.After(prelude, ConditionOfRecursive(recursive, value, IsObject(subject)));

            case INegatedPatternOperation negated when ConditionOfPattern(negated.Pattern, subject, track) is { } condition:
                return new Effect.Not(condition);

            default:
                return null;
        }
    }

    private static bool IsObject(IOperation subject) => Unwrapped(subject) is IObjectCreationOperation or IInstanceReferenceOperation;

    /// <summary>Each part is read if those before it matched; of guards it is known what they say: <c>context is { VcpusStopped: true }</c>.</summary>
    private Effect ConditionOfRecursive(IRecursivePatternOperation recursive, ValueExpr? value, bool isThere = false)
    {
        if (recursive.DeclaredSymbol is ILocalSymbol local)
        {
            AssignMatched(local, value);
        }

        // Null, or of another type: nothing is read.
        bool isCertain = (isThere || recursive.InputType.IsValueType) && SymbolEqualityComparer.Default.Equals(recursive.InputType, recursive.NarrowedType);
        Effect condition = isCertain ? new Effect.Constant(true) : Effect.Nothing;
        if (recursive.DeconstructSymbol is { } deconstruct)
        {
            Add(() => EmitAccessor(recursive, deconstruct), new Effect.Constant(true));
        }

        foreach (IPatternOperation part in recursive.DeconstructionSubpatterns)
        {
            Add(() => LowerPattern(part, null), Effect.Nothing);
        }

        foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
        {
            Add(() => LowerPattern(property.Pattern, Track(property.Member)), TestOf(property));
        }

        return condition;

        void Add(Action read, Effect test) => condition = new Effect.AndOr(condition, new Effect.After(Capture(read), test), isOr: false);
    }

    private Effect TestOf(IPropertySubpatternOperation property)
    {
        if (BooleanOf(property.Pattern) is not { } wanted || !IsGuard(property.Member))
        {
            return Effect.Nothing;
        }

        // The member is read anyway.
        Effect test = WithoutPrelude(ConditionOf(property.Member));
        return wanted ? test : new Effect.Not(test);
    }

    private void AssignMatched(ILocalSymbol local, ValueExpr? value)
    {
        if (value is not null and not ValueExpr.Constant)
        {
            scope.Assign(local, value);
        }
        else if (FrameworkTypes.IsDelegate(local.Type))
        {
            scope.Assign(local, UnknownDelegate);
        }
    }
}
