namespace NotifierGen;

/// <summary>Why a migration failed, as its handlers are told. Immutable.</summary>
public sealed class MigrationFailure
{
    /// <summary>Describes a failure.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="message">What happened, for a person.</param>
    /// <param name="exception">The exception behind it, if there is one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    public MigrationFailure(MigrationFailureKind kind, string message, Exception? exception = null)
    {
        Kind = kind;
        Message = message ?? throw new ArgumentNullException(nameof(message));
        Exception = exception;
    }

    /// <summary>The kind.</summary>
    public MigrationFailureKind Kind { get; }

    /// <summary>What happened, for a person.</summary>
    public string Message { get; }

    /// <summary>The exception behind it, if there is one.</summary>
    public Exception? Exception { get; }

    /// <summary>The kind and the message.</summary>
    public override string ToString() => $"{Kind}: {Message}";
}
