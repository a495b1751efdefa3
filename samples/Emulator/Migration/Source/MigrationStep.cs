namespace Emulator.Migration.Source;

/// <summary>Where in a migration something can be made to go wrong.</summary>
internal enum MigrationStep
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Nobody listens at the address.</summary>
    Connect,

    /// <summary>The destination does not accept the machine's shape.</summary>
    Setup,

    /// <summary>A device cannot prepare to be saved.</summary>
    SaveSetup,

    /// <summary>The connection breaks in the first round of pre-copy.</summary>
    Iterate,

    /// <summary>The connection breaks when the VM has just been stopped.</summary>
    Stopped,

    /// <summary>The connection breaks after the VM was stopped, when all pages were sent.</summary>
    Switchover,

    /// <summary>A bit changes on the way, and the destination cannot load what arrived.</summary>
    Load,

    /// <summary>Postcopy: the connection breaks when the guest was given up, and the destination has not been told to run it.</summary>
    HandOver,

    /// <summary>Postcopy: the connection breaks when the destination has just been told to run the guest.</summary>
    Package,

    /// <summary>Checkpoints: the connection breaks when the last of them was loaded, and the guest runs on.</summary>
    Checkpoint,

    /// <summary>The connection breaks when the guest runs on the destination and has yet to get half of what is missing there.</summary>
    Postcopy,
}
