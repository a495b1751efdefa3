using NotifierGen.Benchmarks.Dispatch.Devices;

namespace NotifierGen.Benchmarks.Dispatch.Scale;

/// <summary>The least there is: it knows beforehand how many come, finds nothing, and forgets one after the other.</summary>
internal sealed class ArrayKeeper : IKeeper
{
    private IBoardDevice?[] _devices = [];

    public int Count { get; private set; }

    public void Prepare(int devices) => _devices = new IBoardDevice?[devices];

    public void Add(IBoardDevice device) => _devices[Count++] = device;

    public void Remove(IBoardDevice device) => _devices[--Count] = null;
}
