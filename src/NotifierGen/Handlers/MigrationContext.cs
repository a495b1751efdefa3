namespace NotifierGen;

/// <summary>What a handler may know about the moment it is called at. Passed by <c>in</c>; never changes during one dispatch.</summary>
/// <remarks>
/// A host with a state machine of its own fills one in for <see cref="MigrationDispatcher.Notify"/>. Handlers ask this and nothing global:
/// in QEMU a FAILED handler that asked <c>migration_is_running()</c> got the wrong answer on a cancelled migration.
/// </remarks>
public readonly struct MigrationContext
{
    private readonly MigrationMode _mode;

    /// <summary>The event.</summary>
    public MigrationEvent Event { get; init; }

    /// <summary>The phase; <see cref="Phase.BeforeVmStart"/> for an event that has none.</summary>
    public Phase Phase { get; init; }

    /// <summary>The mode of the migration: exactly one flag; <see cref="MigrationMode.Normal"/> where none was set.</summary>
    public MigrationMode Mode
    {
        get => _mode == 0 ? MigrationMode.Normal : _mode;
        init => _mode = value;
    }

    /// <summary>Whether every vCPU stands still while this dispatch runs.</summary>
    [VmStoppedWhen(true)]
    public bool VcpusStopped { get; init; }

    /// <summary>In <see cref="Phase.BeforeVmStart"/>: whether the VM is to be started when the phase is over.</summary>
    public bool VmWillStart { get; init; }

    /// <summary>In <see cref="Phase.AfterVmStart"/>: whether the VM was started between the phases.</summary>
    public bool VmStarted { get; init; }

    /// <summary>Why the migration failed; set for Failed and IncomingFailed only.</summary>
    public MigrationFailure? Failure { get; init; }

    /// <summary>
    /// The session, the same for all of its events. 0: no session, and no pairing of Setup with the terminal event.
    /// </summary>
    public long SessionId { get; init; }
}
