using NotifierGen.Benchmarks.Dispatch.Devices;

namespace NotifierGen.Benchmarks.Dispatch.Scale;

/// <summary>What one would write: a list that keeps the order, and a dictionary that finds a device in it.</summary>
internal sealed class DictionaryKeeper : IKeeper
{
    private readonly List<IBoardDevice?> _devices = [];
    private readonly Dictionary<IBoardDevice, int> _slots = new(ReferenceEqualityComparer.Instance);

    public int Count => _slots.Count;

    public void Prepare(int devices)
    {
    }

    public void Add(IBoardDevice device)
    {
        _slots.Add(device, _devices.Count);
        _devices.Add(device);
    }

    public void Remove(IBoardDevice device)
    {
        if (_slots.Remove(device, out int slot))
        {
            _devices[slot] = null;
        }
    }
}
