namespace NotifierGen;

/// <summary>Why a migration did not happen.</summary>
public enum MigrationFailureKind
{
    /// <summary>Something went wrong: the channel, the other side, a device's state.</summary>
    Error,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,

    /// <summary>A device refused in Setup.</summary>
    Refused,

    /// <summary>The host forgot the session: it was disposed without Complete or Fail.</summary>
    Abandoned,
}
