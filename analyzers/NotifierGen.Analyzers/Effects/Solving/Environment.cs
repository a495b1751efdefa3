namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>The values of the parameters that a body sees: its own, and those of the parts around it.</summary>
internal sealed class Environment : IEquatable<Environment>
{
    /// <summary>Delegates of delegates of delegates are followed so far; what lies deeper is unknown.</summary>
    public const int MaxDepth = 4;

    private readonly Binding[] _bindings;
    private readonly int _hash;

    private Environment(Binding[] bindings)
    {
        _bindings = bindings;
        foreach (Binding binding in bindings)
        {
            _hash = unchecked((_hash * 31) + binding.GetHashCode());
            Depth = Math.Max(Depth, binding.Values.Depth);
        }
    }

    public static Environment Empty { get; } = new([]);

    public int Depth { get; }

    /// <summary>The value of a parameter; null if nobody said.</summary>
    public ValueSet? this[int part, int ordinal]
    {
        get
        {
            foreach (Binding binding in _bindings)
            {
                if (binding.Part == part && binding.Ordinal == ordinal)
                {
                    return binding.Values;
                }
            }

            return null;
        }
    }

    /// <summary>Only the given parameters, taken from the first environment that has them.</summary>
    public static Environment Of((int Part, int Ordinal)[] parameters, Environment own, Environment captured)
    {
        List<Binding>? bindings = null;
        foreach ((int part, int ordinal) in parameters)
        {
            if ((own[part, ordinal] ?? captured[part, ordinal]) is { } values)
            {
                (bindings ??= []).Add(new Binding(part, ordinal, values));
            }
        }

        return bindings is null ? Empty : new Environment([.. bindings]);
    }

    public static Environment Of(IReadOnlyList<(int Part, int Ordinal, ValueSet Values)> bindings)
    {
        if (bindings.Count == 0)
        {
            return Empty;
        }

        var array = new Binding[bindings.Count];
        for (int i = 0; i < array.Length; i++)
        {
            array[i] = new Binding(bindings[i].Part, bindings[i].Ordinal, bindings[i].Values);
        }

        return new Environment(array);
    }

    public bool Equals(Environment? other) => other is not null && _hash == other._hash && _bindings.AsSpan().SequenceEqual(other._bindings);

    public override bool Equals(object? obj) => Equals(obj as Environment);

    public override int GetHashCode() => _hash;

    private readonly record struct Binding(int Part, int Ordinal, ValueSet Values);
}
