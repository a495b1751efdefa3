namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>All that a followed value may be, in the order in which the program says it.</summary>
internal sealed class ValueSet : IEquatable<ValueSet>
{
    private readonly Value[] _values;
    private readonly int _hash;

    private ValueSet(Value[] values)
    {
        _values = values;
        foreach (Value value in values)
        {
            _hash = unchecked((_hash * 31) + value.GetHashCode());
            Depth = Math.Max(Depth, DepthOf(value));
        }
    }

    public static ValueSet Empty { get; } = new([]);

    public IReadOnlyList<Value> Values => _values;

    public bool IsEmpty => _values.Length == 0;

    /// <summary>Whether more than one of the values may be called where one is: several were kept in one place.</summary>
    public bool MayBeSeveral => _values.Length > 1 || (_values.Length == 1 && _values[0] is Value.Query);

    /// <summary>How deeply environments are nested in it.</summary>
    public int Depth { get; }

    public static ValueSet Of(Value value) => new([value]);

    public static ValueSet Of(IReadOnlyList<Value> values) => values.Count == 0 ? Empty : new(values.Distinct().ToArray());

    public bool Equals(ValueSet? other) => other is not null && _hash == other._hash && _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as ValueSet);

    public override int GetHashCode() => _hash;

    private static int DepthOf(Value value) => value switch
    {
        Value.Closure closure => closure.Captured.Depth + 1,
        Value.Sequence sequence => sequence.Arguments.Depth + 1,
        Value.Query query => query.Parts.Depth + 1,
        _ => 0,
    };
}
