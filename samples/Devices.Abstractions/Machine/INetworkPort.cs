namespace Devices;

/// <summary>The host's network, as a NIC sends to it.</summary>
public interface INetworkPort
{
    /// <summary>Sends an Ethernet frame; it is copied or sent before this returns. Never blocks.</summary>
    void Send(ReadOnlySpan<byte> frame);
}
