namespace NotifierGen;

/// <summary>Makes a method a handler: the generator gives it a row in the dispatch table.</summary>
/// <remarks>
/// A handler is an instance or static method of any accessibility that returns <see langword="void"/>
/// (<see cref="MigrationEvent.Setup"/> and <see cref="MigrationEvent.IncomingSetup"/> handlers may return <see cref="SetupResult"/>)
/// and has at most one parameter, <c>in <see cref="MigrationContext"/></c>. A private handler needs a partial class.
/// Static handlers run once a dispatch, without any registration.
/// </remarks>
/// <example>
/// <code>
/// [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
/// private void PlugBack(in MigrationContext context) { ... }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class OnMigrationEventAttribute : Attribute
{
    /// <summary>A handler of <paramref name="migrationEvent"/>; where the event has phases, in <see cref="Phase.BeforeVmStart"/>.</summary>
    /// <param name="migrationEvent">The event.</param>
    public OnMigrationEventAttribute(MigrationEvent migrationEvent)
        : this(migrationEvent, Phase.BeforeVmStart)
    {
    }

    /// <summary>A handler of one phase of <paramref name="migrationEvent"/>.</summary>
    /// <param name="migrationEvent">An event that has phases: Failed, Reclaimed or IncomingDone (NG0003 otherwise).</param>
    /// <param name="phase">The phase.</param>
    public OnMigrationEventAttribute(MigrationEvent migrationEvent, Phase phase)
    {
        Event = migrationEvent;
        Phase = phase;
    }

    /// <summary>The event.</summary>
    public MigrationEvent Event { get; }

    /// <summary>The phase; without meaning for an event that has none.</summary>
    public Phase Phase { get; }

    /// <summary>The modes in which the handler takes part. Default: <see cref="MigrationMode.Normal"/>.</summary>
    public MigrationMode Modes { get; set; } = MigrationMode.Normal;

    /// <summary>Lower runs first among rows that no <see cref="After"/> or <see cref="Before"/> orders. Default 0.</summary>
    public int Order { get; set; }

    /// <summary>Device classes whose rows of the same event and phase run before this one.</summary>
    public Type[]? After { get; set; }

    /// <summary>Device classes whose rows of the same event and phase run after this one.</summary>
    public Type[]? Before { get; set; }

    /// <summary>
    /// The handler needs stopped vCPUs: if the migration fails while the guest runs, the session stops the VM for the
    /// <see cref="Phase.BeforeVmStart"/> rows and starts it again. Only for Failed handlers in that phase (NG0008 otherwise).
    /// </summary>
    public bool RequiresStoppedVm { get; set; }

    /// <summary>What this handler may add to the guest's downtime, in microseconds; 0: no budget.</summary>
    public int BudgetMicroseconds { get; set; }
}
