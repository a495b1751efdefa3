namespace NotifierGen.Testing;

/// <summary>Where on a path a machine is when its invariants are asked for. Immutable.</summary>
/// <param name="Path">The path.</param>
/// <param name="Step">The step that was just made; null before the first.</param>
/// <param name="IsMigrating">Whether a session is open; at rest more must hold than during one.</param>
/// <param name="GuestIsHere">Whether the guest is this machine's: false once it was handed over, and on a destination until it has arrived.</param>
/// <param name="GuestRuns">Whether the VM runs.</param>
public sealed record MigrationMoment(MigrationPath Path, HostStep? Step, bool IsMigrating, bool GuestIsHere, bool GuestRuns)
{
    /// <summary>
    /// The device that was kept from its work in this run, or was unregistered, replaced or added; null where none was. It is not asked itself; a
    /// device that cannot be in order without it says so here.
    /// </summary>
    public object? Disturbed { get; init; }
}
