namespace NotifierGen.Testing;

/// <summary>What an entry of a <see cref="Transcript"/> tells.</summary>
public enum TranscriptKind
{
    /// <summary>The host makes a step.</summary>
    Host,

    /// <summary>A handler is called.</summary>
    Handler,

    /// <summary>The VM is stopped while it runs.</summary>
    VmStop,

    /// <summary>The VM is started while it stands still.</summary>
    VmStart,

    /// <summary>A device is registered.</summary>
    Registered,

    /// <summary>A device is unregistered.</summary>
    Unregistered,
}
