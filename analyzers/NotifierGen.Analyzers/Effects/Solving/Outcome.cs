namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>What a body does if it is entered in one state.</summary>
internal struct Outcome : IEquatable<Outcome>
{
    /// <summary>The states in which it returns.</summary>
    public VmStates Exit;

    /// <summary>The states in which an exception leaves it.</summary>
    public VmStates Thrown;

    /// <summary>The states in which exceptions are thrown, before the finally blocks on their way: exception filters see these.</summary>
    public VmStates Raised;

    /// <summary>Whether finally blocks may change the VM while an exception passes them.</summary>
    public bool ChangesOnTheWay;

    /// <summary>Of an async body: the states at its awaits, in which a caller that does not wait goes on.</summary>
    public VmStates Surfaced;

    /// <summary>Of an iterator: the states at its yields, in which its consumer takes the element.</summary>
    public YieldStates Yielded;

    /// <summary>Of an iterator: the states after the finally blocks that run when its consumer stops early.</summary>
    public VmStates Left;

    /// <summary>The states that a returned pausing scope will restore.</summary>
    public VmStates Scope;

    public Findings Findings;

    public static Outcome operator |(in Outcome left, in Outcome right) => new()
    {
        Exit = left.Exit | right.Exit,
        Thrown = left.Thrown | right.Thrown,
        Raised = left.Raised | right.Raised,
        ChangesOnTheWay = left.ChangesOnTheWay | right.ChangesOnTheWay,
        Surfaced = left.Surfaced | right.Surfaced,
        Yielded = left.Yielded | right.Yielded,
        Left = left.Left | right.Left,
        Scope = left.Scope | right.Scope,
        Findings = left.Findings | right.Findings,
    };

    /// <summary>Of an iterator that does nothing to the VM: from what its probe found to what it does in these states.</summary>
    public readonly Outcome Translated(VmStates entered, VmStates asked, VmStates stopped)
    {
        return new Outcome
        {
            Exit = Translate(Exit),
            Thrown = Translate(Thrown),
            Raised = Translate(Raised),
            Yielded = default(YieldStates).With(0, Translate(Yielded.All)),
            Left = Translate(Left),
        };

        VmStates Translate(VmStates probed) =>
            ((probed & VmStates.Resumed) != 0 ? entered : VmStates.None)
            | ((probed & VmStates.Stopped) != 0 ? asked : VmStates.None)
            | ((probed & VmStates.Later) != 0 ? stopped : VmStates.None);
    }

    public readonly bool Equals(Outcome other) =>
        Exit == other.Exit && Thrown == other.Thrown && Raised == other.Raised && ChangesOnTheWay == other.ChangesOnTheWay && Surfaced == other.Surfaced && Yielded == other.Yielded && Left == other.Left && Scope == other.Scope && Findings == other.Findings;

    public override readonly bool Equals(object? obj) => obj is Outcome other && Equals(other);

    public override readonly int GetHashCode() => (int)Exit | ((int)Thrown << 5) | ((int)Raised << 10) | ((int)Findings << 16);
}
