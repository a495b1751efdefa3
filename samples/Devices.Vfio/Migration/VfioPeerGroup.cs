namespace Devices.Vfio;

/// <summary>Devices that send DMA to one another. Their states are guarded by one lock, because the states of peers depend on each other.</summary>
public sealed class VfioPeerGroup
{
    private readonly List<VfioDevice> _devices = [];

    internal Lock Gate { get; } = new();

    internal IReadOnlyList<VfioDevice> Devices => _devices;

    /// <summary>No device stands still, so DMA to any of them arrives. Asked under <see cref="Gate"/>.</summary>
    internal bool AllAnswer => _devices.TrueForAll(device => device.Answers);

    internal void Add(VfioDevice device)
    {
        lock (Gate)
        {
            _devices.Add(device);
        }
    }
}
