using Devices;

namespace Emulator.Host;

/// <summary>The host's network: counts what the NICs send to it.</summary>
internal sealed class HostNetwork : INetworkPort
{
    private long _frames;

    public long Frames => Interlocked.Read(ref _frames);

    public void Send(ReadOnlySpan<byte> frame) => Interlocked.Increment(ref _frames);
}
