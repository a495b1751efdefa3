namespace Devices.Vfio;

/// <summary>A container of iommufd: its mappings name memory files, so they survive the process without being touched.</summary>
internal sealed class IommufdContainer : VfioContainer
{
    internal IommufdContainer(string name, IMachine machine, IommuFeatures features, ReadOnlySpan<DmaMapping> mappings)
        : base(name, machine, features) => ReachableBytes = Sum(mappings);

    public override ulong ReachableBytes { get; }

    public override IReadOnlyList<string> Violations(bool migrating) => [];

    protected internal override SetupResult RefuseUnlessKernelCan() =>
        Features.HasFlag(IommuFeatures.ChangeProcess)
            ? SetupResult.Accept
            : SetupResult.Refuse($"{Name}: this kernel cannot charge an iommufd's pinned memory to another process (IOMMU_IOAS_CHANGE_PROCESS)");
}
