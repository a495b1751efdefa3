using NotifierGen.Benchmarks.Dispatch.Devices;

namespace NotifierGen.Benchmarks.Dispatch.Scale;

/// <summary>A dispatcher.</summary>
internal sealed class DispatcherKeeper : IKeeper
{
    private readonly BoardNotifiers _notifiers = new();

    public int Count => _notifiers.DeviceCount;

    public void Prepare(int devices)
    {
    }

    public void Add(IBoardDevice device) => _notifiers.Register(device);

    public void Remove(IBoardDevice device) => _notifiers.Unregister(device);
}
