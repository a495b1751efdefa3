namespace Devices.Vfio;

/// <summary>Routing that does what it is asked to.</summary>
public sealed class KernelRouting : IInterruptRouting
{
    /// <inheritdoc/>
    public bool TryDetach(int vector) => true;

    /// <inheritdoc/>
    public void Attach(int vector)
    {
    }
}
