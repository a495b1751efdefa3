namespace NotifierGen.Benchmarks.FirstFailed;

/// <summary>What a host does between the switchover and a failure, as the processor's caches see it: they hold other things then.</summary>
internal sealed class OtherWork
{
    private const int CacheLine = 64;

    // More than a core's share of the last cache.
    private readonly byte[] _memory = new byte[64 << 20];

    /// <summary>Walks through it; false: does nothing.</summary>
    public void Do(bool isWanted)
    {
        for (int i = 0; isWanted && i < _memory.Length; i += CacheLine)
        {
            _memory[i]++;
        }
    }
}
