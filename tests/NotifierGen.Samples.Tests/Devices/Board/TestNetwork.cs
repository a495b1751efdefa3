using Devices;

namespace NotifierGen.Samples.Tests.Devices;

internal sealed class TestNetwork : INetworkPort
{
    public List<byte[]> Frames { get; } = [];

    public void Send(ReadOnlySpan<byte> frame) => Frames.Add(frame.ToArray());
}
