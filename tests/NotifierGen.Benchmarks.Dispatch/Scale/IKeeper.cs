using NotifierGen.Benchmarks.Dispatch.Devices;

namespace NotifierGen.Benchmarks.Dispatch.Scale;

/// <summary>Keeps devices in registration order.</summary>
internal interface IKeeper
{
    int Count { get; }

    /// <summary>So many will come; whoever cannot know that does nothing.</summary>
    void Prepare(int devices);

    void Add(IBoardDevice device);

    void Remove(IBoardDevice device);
}
