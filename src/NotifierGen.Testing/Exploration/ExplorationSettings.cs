namespace NotifierGen.Testing;

/// <summary>What the author said about a machine. Immutable.</summary>
/// <typeparam name="TMachine">The machine.</typeparam>
internal sealed record ExplorationSettings<TMachine>(
    Func<MigrationPath, TMachine> Create,
    Func<TMachine, MigrationDispatcher> Notifiers,
    Func<TMachine, IVirtualMachine> Vm)
{
    public IReadOnlyList<MachineInvariant<TMachine>> MachineInvariants { get; init; } = [];

    public IReadOnlyList<DeviceInvariant> DeviceInvariants { get; init; } = [];

    public IReadOnlyList<KeyValuePair<HostCall, Action<TMachine, MigrationMoment>>> Work { get; init; } = [];

    public Action<TMachine, MigrationMoment>? AfterEachStep { get; init; }

    public Action<TMachine, MigrationPath>? Prepare { get; init; }

    public IReadOnlyList<KeyValuePair<string, Func<TMachine, object>>> Added { get; init; } = [];

    public Action<TMachine, object>? Unplug { get; init; }

    public Func<object, string>? DeviceName { get; init; }

    public Func<TMachine, IVirtualMachine, IMigrationHost>? Host { get; init; }

    public Func<MigrationPath, bool> Selects { get; init; } = static _ => true;

    public int Parallelism { get; init; } = Environment.ProcessorCount;
}
