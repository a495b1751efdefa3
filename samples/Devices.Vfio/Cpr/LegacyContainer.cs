using System.Buffers;

namespace Devices.Vfio;

/// <summary>A container of the first VFIO interface: its mappings hold addresses of this process, which are void in the next one.</summary>
internal sealed partial class LegacyContainer : VfioContainer, IMigratableState
{
    private const int MaximumMappings = 4096;

    private readonly Lock _gate = new();
    private DmaMapping[] _mappings;
    private bool _mapped = true;
    private bool _handedOver;

    internal LegacyContainer(string name, IMachine machine, IommuFeatures features, ReadOnlySpan<DmaMapping> mappings)
        : base(name, machine, features) => _mappings = mappings.ToArray();

    public int StateVersion => 1;

    public override ulong ReachableBytes
    {
        get
        {
            lock (_gate)
            {
                return _mapped ? Sum(_mappings) : 0;
            }
        }
    }

    /// <summary>Hands the mappings over. Their addresses are taken away: from here on this process's memory may vanish.</summary>
    public void Save(MigrationMode mode, IBufferWriter<byte> output)
    {
        if ((mode & CprModes.HandsOver) == 0)
        {
            output.WriteInt32(0);
            return;
        }

        lock (_gate)
        {
            output.WriteInt32(_mappings.Length);
            foreach (DmaMapping mapping in _mappings)
            {
                output.WriteUInt64(mapping.Address);
                output.WriteUInt64(mapping.Length);
            }

            _mapped = false;
            Machine.Log.Write(Name, "DMA addresses unmapped", _mappings.Length);
        }
    }

    public void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state)
    {
        var reader = new StateReader(Name, version, StateVersion, state);
        var mappings = new DmaMapping[reader.ReadInt32("the number of mappings", 0, MaximumMappings)];
        foreach (ref DmaMapping mapping in mappings.AsSpan())
        {
            mapping = new DmaMapping(reader.ReadUInt64(), reader.ReadUInt64());
            if (!IsInRam(mapping))
            {
                throw reader.Invalid($"a mapping of {mapping.Length} bytes at {mapping.Address} is not within the RAM");
            }
        }

        reader.End();
        if ((mode & CprModes.HandsOver) == 0)
        {
            return;
        }

        lock (_gate)
        {
            _mappings = mappings;
            _mapped = false;
        }
    }

    // Also where the address is below the RAM: the difference is beyond its end then.
    private bool IsInRam(DmaMapping mapping)
    {
        ulong offset = mapping.Address - Machine.Memory.Start;
        return mapping.Length > 0 && offset <= Machine.Memory.Length && mapping.Length <= Machine.Memory.Length - offset;
    }

    public override IReadOnlyList<string> Violations(bool migrating)
    {
        lock (_gate)
        {
            return !migrating && !_mapped && !_handedOver
                ? [$"{Name}: no migration is under way and {_mappings.Length} mappings have no addresses"]
                : [];
        }
    }

    protected internal override SetupResult RefuseUnlessKernelCan() =>
        Features.HasFlag(IommuFeatures.UpdateAddresses)
            ? SetupResult.Accept
            : SetupResult.Refuse($"{Name}: this kernel cannot update the addresses of mapped memory (VFIO_UPDATE_VADDR); use an iommufd container");

    /// <summary>Gives the mappings addresses of this process, if they have none.</summary>
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = CprModes.HandsOver, BudgetMicroseconds = 500)]
    [OnMigrationEvent(Reclaimed, Modes = CprModes.HandsOver)]
    [OnMigrationEvent(IncomingDone, Modes = CprModes.HandsOver)]
    private void MapAgain()
    {
        lock (_gate)
        {
            _handedOver = false;
            if (!_mapped)
            {
                _mapped = true;
                Machine.Log.Write(Name, "DMA addresses mapped", _mappings.Length);
            }
        }
    }

    /// <summary>The mappings are the other process's.</summary>
    [OnMigrationEvent(Done, Modes = CprModes.HandsOver)]
    [OnMigrationEvent(IncomingFailed, Modes = CprModes.HandsOver)]
    private void LeaveToOther()
    {
        lock (_gate)
        {
            _handedOver = true;
        }
    }
}
