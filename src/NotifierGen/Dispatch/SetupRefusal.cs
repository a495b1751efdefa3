namespace NotifierGen;

/// <summary>Who refused a migration, and why. Immutable.</summary>
public sealed class SetupRefusal
{
    internal SetupRefusal(object? device, string handler, string reason, Exception? exception)
    {
        Device = device;
        Handler = handler;
        Reason = reason;
        Exception = exception;
    }

    /// <summary>The device that refused; <see langword="null"/> for a static handler.</summary>
    public object? Device { get; }

    /// <summary>Its handler, as <c>Namespace.Class.Method</c>.</summary>
    public string Handler { get; }

    /// <summary>The reason it gave; the exception's message if the handler threw.</summary>
    public string Reason { get; }

    /// <summary>What the handler threw, if it refused by throwing.</summary>
    public Exception? Exception { get; }

    /// <summary>What was done until the device refused: as <see cref="MigrationSession.SetupReport"/>, of the handlers that were called, the refusing one last.</summary>
    public DispatchReport SetupReport { get; internal set; }

    /// <summary>What happened when the devices that had accepted were told Failed (or IncomingFailed).</summary>
    public DispatchReport Rollback { get; internal set; }

    /// <summary>The handler and the reason.</summary>
    public override string ToString() => $"{Handler} refused: {Reason}";
}
