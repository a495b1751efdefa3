namespace NotifierGen;

/// <summary>Where an <see cref="IncomingSession"/> stands.</summary>
public enum IncomingSessionState
{
    /// <summary>IncomingSetup was accepted; the guest is being received.</summary>
    Active,

    /// <summary>IncomingDone was raised.</summary>
    Completed,

    /// <summary>IncomingFailed was raised.</summary>
    Failed,
}
