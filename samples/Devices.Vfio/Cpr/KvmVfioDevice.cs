namespace Devices.Vfio;

/// <summary>KVM's view of the passed-through devices. The kernel allows one a VM, so the old process has to close its own before the new one opens another.</summary>
/// <param name="Name">Its name on the board.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Descriptors">The process's descriptors.</param>
/// <param name="Descriptor">The open descriptor of the KVM-VFIO device.</param>
public sealed partial record KvmVfioDevice(string Name, IMachine Machine, IDescriptorTable Descriptors, int Descriptor) : IDevice
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Violations(bool migrating) => [];

    /// <summary>Closes the descriptor, once.</summary>
    [OnMigrationEvent(Done, Modes = CprModes.HandsOver)]
    private void Close()
    {
        if (Descriptors.IsOpen(Descriptor))
        {
            Descriptors.Close(Descriptor);
            Machine.Log.Write(Name, "KVM-VFIO descriptor closed", Descriptor);
        }
    }
}
