using Devices;

namespace NotifierGen.Samples.Tests.Devices;

/// <summary>Guest RAM that remembers what was written while vCPUs ran.</summary>
internal sealed class TestMemory : IGuestMemory
{
    private readonly byte[] _bytes = new byte[0x4000];

    public ulong Length => (ulong)_bytes.Length;

    /// <summary>Asked at every write.</summary>
    public Func<bool> VcpusRunning { get; set; } = () => false;

    public List<ulong> WrittenWhileVcpusRan { get; } = [];

    public void Read(ulong address, Span<byte> destination) => _bytes.AsSpan(checked((int)address), destination.Length).CopyTo(destination);

    public void Write(ulong address, ReadOnlySpan<byte> source)
    {
        if (VcpusRunning())
        {
            WrittenWhileVcpusRan.Add(address);
        }

        source.CopyTo(_bytes.AsSpan(checked((int)address), source.Length));
    }

    public void CopyTo(TestMemory other) => _bytes.CopyTo(other._bytes, 0);
}
