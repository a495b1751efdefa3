namespace Devices.Vfio;

/// <summary>The event descriptors of a device's vectors. They belong to no process: the old one and the new one look at the same.</summary>
public sealed class VectorEvents
{
    private readonly long[] _signals;

    /// <summary>Creates the descriptors, with nothing signalled.</summary>
    public VectorEvents(int vectors)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(vectors);
        _signals = new long[vectors];
    }

    /// <summary>How many there are.</summary>
    public int Count => _signals.Length;

    /// <summary>How often a vector was signalled since somebody last took its signals.</summary>
    public long Pending(int vector) => Interlocked.Read(ref _signals[vector]);

    internal void Signal(int vector) => Interlocked.Increment(ref _signals[vector]);

    internal bool Take(int vector) => Interlocked.Exchange(ref _signals[vector], 0) != 0;
}
