namespace NotifierGen.Registry;

/// <summary>A run-time type of devices. Immutable; holds no reference to the type, so that its assembly can be unloaded.</summary>
/// <param name="classes">The classes and interfaces of the table that the type derives from, by index; each has a list.</param>
/// <param name="setupModes">The modes in which one of these has a Setup handler.</param>
/// <param name="incomingSetupModes">The modes in which one of these has an IncomingSetup handler.</param>
internal sealed class DeviceKind(int[] classes, MigrationMode setupModes, MigrationMode incomingSetupModes)
{
    public int[] Classes { get; } = classes;

    /// <summary>Whether the handlers of the type are compiled. Whoever sees that late compiles nothing anew.</summary>
    public bool IsPrepared { get; set; }

    public MigrationMode SetupModes(bool incoming) => incoming ? incomingSetupModes : setupModes;
}
