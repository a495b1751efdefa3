namespace Devices.Vfio;

/// <summary>The kernel's short cut from a device's event descriptors to the guest: a vector that is attached reaches it without this process.</summary>
public interface IInterruptRouting
{
    /// <summary>Takes a vector off: what it signals stays in its event descriptor.</summary>
    /// <returns><see langword="false"/>: the kernel would not; the vector is still attached.</returns>
    bool TryDetach(int vector);

    /// <summary>Puts a vector on.</summary>
    void Attach(int vector);
}
