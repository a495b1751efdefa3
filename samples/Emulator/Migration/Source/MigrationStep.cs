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

    /// <summary>The connection breaks in the first round of pre-copy.</summary>
    Iterate,

    /// <summary>The connection breaks after the VM was stopped.</summary>
    Switchover,

    /// <summary>A bit changes on the way, and the destination cannot load what arrived.</summary>
    Load,

    /// <summary>The connection breaks when the guest runs on the destination and has yet to get half of what is missing there.</summary>
    Postcopy,
}
