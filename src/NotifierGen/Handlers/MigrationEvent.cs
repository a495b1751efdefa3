namespace NotifierGen;

/// <summary>A moment of a live migration at which devices act. The names are QEMU's where QEMU has them.</summary>
/// <remarks>Which events a migration raises, on which path and in which order, is what <see cref="MigrationSession"/> and <see cref="IncomingSession"/> promise.</remarks>
public enum MigrationEvent : byte
{
    /// <summary>Source: a migration begins; the guest runs. The only outgoing event a handler may refuse.</summary>
    Setup,

    /// <summary>Source: the destination takes the guest over while memory is still to be fetched. From here the source never starts the VM again.</summary>
    PostcopyStart,

    /// <summary>Source: the migration succeeded. Never raised in the same session as <see cref="Failed"/>.</summary>
    Done,

    /// <summary>Source: the migration failed, was cancelled, refused or abandoned. Raised exactly once, before the VM starts again.</summary>
    Failed,

    /// <summary>Source: the guest is taken back after <see cref="Done"/>, or after a failure that had left the VM stopped.</summary>
    Reclaimed,

    /// <summary>Destination: a guest is about to be received. The only incoming event a handler may refuse.</summary>
    IncomingSetup,

    /// <summary>Destination: everything was loaded; the guest is this machine's now.</summary>
    IncomingDone,

    /// <summary>Destination: the guest did not arrive; what <see cref="IncomingSetup"/> prepared is to be undone.</summary>
    IncomingFailed,
}
