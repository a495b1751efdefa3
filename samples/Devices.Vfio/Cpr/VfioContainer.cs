namespace Devices.Vfio;

/// <summary>The memory that a group of passed-through devices may reach.</summary>
public abstract class VfioContainer : IDevice
{
    private protected VfioContainer(string name, IMachine machine, IommuFeatures features)
    {
        Name = name;
        Machine = machine;
        Features = features;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>How many bytes devices can reach at this moment.</summary>
    public abstract ulong ReachableBytes { get; }

    private protected IMachine Machine { get; }

    private protected IommuFeatures Features { get; }

    /// <summary>A container of the kernel's first VFIO interface.</summary>
    public static VfioContainer OpenLegacy(string name, IMachine machine, IommuFeatures features, params ReadOnlySpan<DmaMapping> mappings) =>
        new LegacyContainer(name, machine, features, mappings);

    /// <summary>A container of the kernel's iommufd interface.</summary>
    public static VfioContainer OpenIommufd(string name, IMachine machine, IommuFeatures features, params ReadOnlySpan<DmaMapping> mappings) =>
        new IommufdContainer(name, machine, features, mappings);

    /// <inheritdoc/>
    public abstract IReadOnlyList<string> Violations(bool migrating);

    /// <summary>After a reboot of the host no device has a state; only a guest whose drivers have let go of them can live with that.</summary>
    [OnMigrationEvent(Setup, Modes = MigrationMode.CprReboot)]
    protected internal SetupResult RefuseUnlessSuspended() =>
        Machine.GuestPower == GuestPower.Suspended
            ? SetupResult.Accept
            : SetupResult.Refuse($"{Name}: devices are passed through, so the guest must be suspended to RAM before the host reboots (guest_suspend_ram)");

    /// <summary>Refuses where the kernel cannot hand this kind of container from process to process.</summary>
    [OnMigrationEvent(Setup, Modes = CprModes.HandsOver)]
    protected internal abstract SetupResult RefuseUnlessKernelCan();

    private protected static ulong Sum(ReadOnlySpan<DmaMapping> mappings)
    {
        ulong sum = 0;
        foreach (DmaMapping mapping in mappings)
        {
            sum += mapping.Length;
        }

        return sum;
    }
}
