namespace NotifierGen;

/// <summary>What a Setup or IncomingSetup handler answers. <see langword="default"/> is <see cref="Accept"/>.</summary>
public readonly struct SetupResult : IEquatable<SetupResult>
{
    private SetupResult(string reason) => Reason = reason;

    /// <summary>The device takes part in the migration.</summary>
    public static SetupResult Accept => default;

    /// <summary>Whether the device refuses.</summary>
    public bool IsRefused => Reason is not null;

    /// <summary>Why the device refuses; <see langword="null"/> when it accepts.</summary>
    public string? Reason { get; }

    /// <summary>The device refuses: no migration takes place. What its own handler had done it undoes itself; it gets no Failed.</summary>
    /// <param name="reason">Why, for the person who started the migration.</param>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is null or empty.</exception>
    public static SetupResult Refuse(string reason) =>
        string.IsNullOrEmpty(reason)
            ? throw new ArgumentException("A refusal needs a reason: say what stands in the way of the migration.", nameof(reason))
            : new SetupResult(reason);

    /// <inheritdoc/>
    public bool Equals(SetupResult other) => string.Equals(Reason, other.Reason, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SetupResult other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Reason is null ? 0 : StringComparer.Ordinal.GetHashCode(Reason);

    /// <summary>Whether both accept, or both refuse for the same reason.</summary>
    public static bool operator ==(SetupResult left, SetupResult right) => left.Equals(right);

    /// <summary>Whether one accepts and the other refuses, or they refuse for different reasons.</summary>
    public static bool operator !=(SetupResult left, SetupResult right) => !left.Equals(right);

    /// <summary>"accepted", or "refused: " and the reason.</summary>
    public override string ToString() => IsRefused ? "refused: " + Reason : "accepted";
}
