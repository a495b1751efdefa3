namespace NotifierGen;

/// <summary>One row of a dispatch table: a handler of one event and phase, called on every registered instance of its device class.</summary>
public readonly record struct NotifierRow
{
    /// <summary>Describes a row; called by generated code.</summary>
    /// <param name="device">The full name of the device class.</param>
    /// <param name="handler">The handler's name.</param>
    /// <param name="migrationEvent">The event.</param>
    /// <param name="phase">The phase.</param>
    /// <param name="modes">The modes.</param>
    /// <param name="order">The order among rows that no edge orders.</param>
    /// <param name="budgetMicroseconds">The budget in microseconds, 0 for none.</param>
    /// <param name="requiresStoppedVm">Whether the handler needs stopped vCPUs.</param>
    /// <param name="assembly">The simple name of the assembly that declares the handler.</param>
    public NotifierRow(string device, string handler, MigrationEvent migrationEvent, Phase phase, MigrationMode modes, int order, int budgetMicroseconds, bool requiresStoppedVm, string assembly)
    {
        Device = device;
        Handler = handler;
        Event = migrationEvent;
        Phase = phase;
        Modes = modes;
        Order = order;
        BudgetMicroseconds = budgetMicroseconds;
        RequiresStoppedVm = requiresStoppedVm;
        Assembly = assembly;
    }

    /// <summary>The full name of the device class that declares the handler.</summary>
    public string Device { get; }

    /// <summary>The handler's name.</summary>
    public string Handler { get; }

    /// <summary>The event.</summary>
    public MigrationEvent Event { get; }

    /// <summary>The phase; <see cref="Phase.BeforeVmStart"/> for an event that has none.</summary>
    public Phase Phase { get; }

    /// <summary>The modes in which the row takes part.</summary>
    public MigrationMode Modes { get; }

    /// <summary>The order among rows that no edge orders; lower runs first.</summary>
    public int Order { get; }

    /// <summary>What the handler may add to the guest's downtime, in microseconds; 0: no budget.</summary>
    public int BudgetMicroseconds { get; }

    /// <summary>Whether the handler needs stopped vCPUs.</summary>
    public bool RequiresStoppedVm { get; }

    /// <summary>The simple name of the assembly that declares the handler.</summary>
    public string Assembly { get; }
}
