namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>The VM's states at each yield of an iterator.</summary>
internal readonly record struct YieldStates
{
    /// <summary>Yields of a body that are told apart; further ones share the last place.</summary>
    public const int MaxYields = 12;

    private const int Bits = 5;

    private readonly ulong _packed;

    private YieldStates(ulong packed) => _packed = packed;

    /// <summary>The states at all of them.</summary>
    public VmStates All
    {
        get
        {
            VmStates all = VmStates.None;
            for (int place = 0; place < MaxYields; place++)
            {
                all |= this[place];
            }

            return all;
        }
    }

    /// <summary>The states at one.</summary>
    public VmStates this[int yield] => (VmStates)((_packed >> (Place(yield) * Bits)) & (ulong)VmStates.All);

    /// <summary>The same states at each.</summary>
    public static YieldStates Everywhere(VmStates states)
    {
        YieldStates everywhere = default;
        for (int place = 0; place < MaxYields; place++)
        {
            everywhere = everywhere.With(place, states);
        }

        return everywhere;
    }

    public static YieldStates operator |(YieldStates left, YieldStates right) => new(left._packed | right._packed);

    /// <summary>These, and more at one.</summary>
    public YieldStates With(int yield, VmStates states) => new(_packed | ((ulong)states << (Place(yield) * Bits)));

    private static int Place(int yield) => Math.Min(yield, MaxYields - 1);
}
