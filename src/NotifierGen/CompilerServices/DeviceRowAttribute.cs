using System.ComponentModel;

namespace NotifierGen.CompilerServices;

/// <summary>On a generated method: the row it runs. Written by the generator, read when a dispatcher is composed.</summary>
[AttributeUsage(AttributeTargets.Method)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeviceRowAttribute : Attribute
{
    /// <summary>Describes a row.</summary>
    /// <param name="handler">The handler's name.</param>
    /// <param name="migrationEvent">The event.</param>
    /// <param name="phase">The phase.</param>
    /// <param name="modes">The modes.</param>
    public DeviceRowAttribute(string handler, MigrationEvent migrationEvent, Phase phase, MigrationMode modes)
    {
        Handler = handler;
        Event = migrationEvent;
        Phase = phase;
        Modes = modes;
    }

    /// <summary>The handler's name.</summary>
    public string Handler { get; }

    /// <summary>The event.</summary>
    public MigrationEvent Event { get; }

    /// <summary>The phase.</summary>
    public Phase Phase { get; }

    /// <summary>The modes.</summary>
    public MigrationMode Modes { get; }

    /// <summary>Whether the handler is static: it runs once a dispatch, on no device.</summary>
    public bool IsStatic { get; set; }

    /// <inheritdoc cref="OnMigrationEventAttribute.Order"/>
    public int Order { get; set; }

    /// <inheritdoc cref="OnMigrationEventAttribute.BudgetMicroseconds"/>
    public int BudgetMicroseconds { get; set; }

    /// <inheritdoc cref="OnMigrationEventAttribute.RequiresStoppedVm"/>
    public bool RequiresStoppedVm { get; set; }

    /// <inheritdoc cref="OnMigrationEventAttribute.After"/>
    public Type[]? After { get; set; }

    /// <inheritdoc cref="OnMigrationEventAttribute.Before"/>
    public Type[]? Before { get; set; }
}
