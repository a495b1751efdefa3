namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>What is known at one point of a body: the VM's states, and for each pausing scope of the body the states it will restore.</summary>
internal readonly struct VmState(VmStates vm, ulong scopes, int resumedAt) : IEquatable<VmState>
{
    /// <summary>Scopes of a body that are told apart; further ones share the last place.</summary>
    public const int MaxScopes = 10;

    private const int Bits = 6;
    private const ulong NotHeld = 32;

    public VmStates Vm { get; } = vm;

    public ulong Scopes { get; } = scopes;

    /// <summary>Where the earliest resume stands that led here, plus one; 0: none did. For messages.</summary>
    public int ResumedAt { get; } = resumedAt;

    public bool IsUnreachable => Vm == VmStates.None;

    public static VmState Entry(VmStates vm) => new(vm, 0, 0);

    public static VmState operator |(VmState left, VmState right)
    {
        if (left.IsUnreachable)
        {
            return right;
        }

        if (right.IsUnreachable)
        {
            return left;
        }

        // A scope that one path never met is not held there.
        ulong scopes = left.Scopes | right.Scopes;
        int resumedAt = left.ResumedAt == 0 || (right.ResumedAt != 0 && right.ResumedAt < left.ResumedAt) ? right.ResumedAt : left.ResumedAt;
        return new VmState(left.Vm | right.Vm, scopes | Unheld(left.Scopes, scopes) | Unheld(right.Scopes, scopes), resumedAt);
    }

    public VmState With(VmStates vm) => vm == VmStates.None ? default : new VmState(vm, Scopes, ResumedAt);

    public VmState Resume(int site) => IsUnreachable ? this : new VmState(VmStates.Resumed, Scopes, site + 1);

    public VmState ResumedBy(VmStates vm, int site) =>
        vm == VmStates.None ? default : new VmState(vm, Scopes, (vm & ~Vm & VmStates.Resumed) != 0 || ResumedAt == 0 ? site + 1 : ResumedAt);

    /// <summary>A scope begins: the vCPUs are stopped, and it remembers the states before.</summary>
    public VmState Acquire(int scope) => IsUnreachable ? this : Hold(scope, Vm).With(VmStates.Stopped);

    /// <summary>Keeps for a scope what it will restore; none: it is no pausing scope.</summary>
    public VmState Hold(int scope, VmStates saved)
    {
        int place = Math.Min(scope, MaxScopes - 1);
        ulong held = saved == VmStates.None ? NotHeld : (ulong)saved;
        ulong others = Scopes & ~(63UL << (place * Bits));
        bool isShared = scope >= MaxScopes - 1;
        return new VmState(Vm, (isShared ? Scopes : others) | (held << (place * Bits)), ResumedAt);
    }

    /// <summary>The states that a scope will restore; none if it is not held.</summary>
    public VmStates Saved(int scope) => (VmStates)((Scopes >> (Math.Min(scope, MaxScopes - 1) * Bits)) & 31);

    /// <summary>Whether a scope may not be held here: it never began, ended before, or is no pausing scope.</summary>
    public bool MayNotHold(int scope)
    {
        ulong held = (Scopes >> (Math.Min(scope, MaxScopes - 1) * Bits)) & 63;
        return held == 0 || (held & NotHeld) != 0;
    }

    /// <summary>A scope that is held ends. One that began while the vCPUs were stopped changes nothing, and where that is not known it may be so.</summary>
    public VmState Release(int scope)
    {
        VmStates saved = Saved(scope);
        VmStates unchanged = (saved & VmStates.Stopped) != 0 ? Vm
            : (saved & (VmStates.Unknown | VmStates.MayRun)) != 0 ? Vm & (VmStates.Resumed | VmStates.Later)
            : VmStates.None;
        VmState released = With((saved & ~VmStates.Stopped) | unchanged);
        return released.IsUnreachable ? released : released.Forget(scope);
    }

    /// <summary>A scope is no longer held; one that shares its place with others stays.</summary>
    public VmState Forget(int scope) => scope >= MaxScopes - 1 ? this : Hold(scope, VmStates.None);

    public bool Equals(VmState other) => Vm == other.Vm && Scopes == other.Scopes && ResumedAt == other.ResumedAt;

    public override bool Equals(object? obj) => obj is VmState other && Equals(other);

    public override int GetHashCode() => unchecked(((int)Vm * 397) ^ Scopes.GetHashCode() ^ ResumedAt);

    public static bool operator ==(VmState left, VmState right) => left.Equals(right);

    public static bool operator !=(VmState left, VmState right) => !left.Equals(right);

    private static ulong Unheld(ulong one, ulong all)
    {
        ulong missing = 0;
        for (int place = 0; place < MaxScopes; place++)
        {
            ulong mask = 63UL << (place * Bits);
            if ((all & mask) != 0 && (one & mask) == 0)
            {
                missing |= NotHeld << (place * Bits);
            }
        }

        return missing;
    }
}
