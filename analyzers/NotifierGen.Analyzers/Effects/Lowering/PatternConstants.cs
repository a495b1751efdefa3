using System.Globalization;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>What patterns over constants say of each other.</summary>
internal static class PatternConstants
{
    /// <summary>Whether no value matches both. One of them must name a single constant; of other patterns this is not known.</summary>
    public static bool AreExclusive(IPatternOperation first, IPatternOperation second) =>
        (ConstantOf(first) is { } one && Matches(second, one) == false) || (ConstantOf(second) is { } other && Matches(first, other) == false);

    /// <summary>Whether a constant matches a pattern; null if that is not known.</summary>
    public static bool? Matches(IPatternOperation pattern, object constant) => pattern switch
    {
        IDiscardPatternOperation => true,
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true } value } => value.Value is { } expected ? AreEqual(constant, expected) : false,
        INegatedPatternOperation negated => !Matches(negated.Pattern, constant),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => And(Matches(both.LeftPattern, constant), Matches(both.RightPattern, constant)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => !And(!Matches(either.LeftPattern, constant), !Matches(either.RightPattern, constant)),
        IRelationalPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } bound } } relational => Compare(relational.OperatorKind, constant, bound),
        _ => null,
    };

    private static object? ConstantOf(IPatternOperation pattern) =>
        pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } ? constant : null;

    private static bool? And(bool? left, bool? right) =>
        left == false || right == false ? false : left == true && right == true ? true : null;

    private static bool? AreEqual(object left, object right) =>
        Number(left) is { } one && Number(right) is { } other ? IfOfOneType(one == other, left, right)
        : left is bool or string && left.GetType() == right.GetType() ? left.Equals(right)
        : null;

    private static bool? Compare(BinaryOperatorKind kind, object left, object right) =>
        (kind, Number(left), Number(right)) switch
        {
            (BinaryOperatorKind.LessThan, { } one, { } other) => IfOfOneType(one < other, left, right),
            (BinaryOperatorKind.LessThanOrEqual, { } one, { } other) => IfOfOneType(one <= other, left, right),
            (BinaryOperatorKind.GreaterThan, { } one, { } other) => IfOfOneType(one > other, left, right),
            (BinaryOperatorKind.GreaterThanOrEqual, { } one, { } other) => IfOfOneType(one >= other, left, right),
            _ => null,
        };

    // Where the value is an object, 0 does not match 0L.
    private static bool? IfOfOneType(bool holds, object left, object right) => !holds ? false : left.GetType() == right.GetType() ? true : null;

    // Floating-point numbers are left alone: not-a-number is neither less nor greater.
    private static decimal? Number(object value) => value switch
    {
        char character => character,
        sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
