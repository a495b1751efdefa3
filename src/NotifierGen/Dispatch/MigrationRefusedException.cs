namespace NotifierGen;

/// <summary>A device refused in Setup (or IncomingSetup). Everything was rolled back before this was thrown.</summary>
public sealed class MigrationRefusedException : Exception
{
    /// <summary>Describes a refusal.</summary>
    /// <param name="refusal">Who refused, and why.</param>
    /// <exception cref="ArgumentNullException"><paramref name="refusal"/> is null.</exception>
    public MigrationRefusedException(SetupRefusal refusal)
        : base((refusal ?? throw new ArgumentNullException(nameof(refusal))).ToString(), refusal.Exception) => Refusal = refusal;

    /// <summary>Who refused, and why.</summary>
    public SetupRefusal Refusal { get; }

    /// <inheritdoc cref="SetupRefusal.Device"/>
    public object? Device => Refusal.Device;

    /// <inheritdoc cref="SetupRefusal.Handler"/>
    public string Handler => Refusal.Handler;

    /// <inheritdoc cref="SetupRefusal.Reason"/>
    public string Reason => Refusal.Reason;

    /// <inheritdoc cref="SetupRefusal.Exception"/>
    public Exception? Exception => Refusal.Exception;
}
