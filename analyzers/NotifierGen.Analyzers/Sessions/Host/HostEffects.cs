namespace NotifierGen.Analyzers.Sessions.Host;

/// <summary>What an operation of host code does to the VM and to the migration.</summary>
[Flags]
internal enum HostEffects
{
    None = 0,

    /// <summary>Starts the VM.</summary>
    Starts = 1,

    /// <summary>Stops the VM.</summary>
    Stops = 2,

    /// <summary>Raises Failed for the phase before the VM starts.</summary>
    RaisesFailed = 4,

    /// <summary>Begins a migration: a session, or Setup raised by the host itself.</summary>
    Begins = 8,

    /// <summary>Completes a migration: a session, or Done raised by the host itself.</summary>
    Completes = 16,
}
