using System.Buffers.Binary;

namespace Devices;

/// <summary>The frame with which a station says unasked where it is: an ARP request for its own address.</summary>
public static class GratuitousArp
{
    /// <summary>The length of the frame, padded to Ethernet's minimum.</summary>
    public const int FrameLength = 60;

    private const ushort EtherTypeArp = 0x0806;
    private const ushort HardwareEthernet = 1;
    private const ushort ProtocolIPv4 = 0x0800;
    private const ushort OperationRequest = 1;

    /// <summary>Sends the frame.</summary>
    /// <param name="network">Where to.</param>
    /// <param name="mac">The station's Ethernet address.</param>
    /// <param name="ipv4">The station's IPv4 address, most significant byte first.</param>
    public static void Send(INetworkPort network, MacAddress mac, uint ipv4)
    {
        Span<byte> frame = stackalloc byte[FrameLength];
        frame.Clear();
        frame[..6].Fill(0xff);
        mac.WriteTo(frame[6..]);
        BinaryPrimitives.WriteUInt16BigEndian(frame[12..], EtherTypeArp);
        BinaryPrimitives.WriteUInt16BigEndian(frame[14..], HardwareEthernet);
        BinaryPrimitives.WriteUInt16BigEndian(frame[16..], ProtocolIPv4);
        frame[18] = MacAddress.Length;
        frame[19] = sizeof(uint);
        BinaryPrimitives.WriteUInt16BigEndian(frame[20..], OperationRequest);
        mac.WriteTo(frame[22..]);
        BinaryPrimitives.WriteUInt32BigEndian(frame[28..], ipv4);
        BinaryPrimitives.WriteUInt32BigEndian(frame[38..], ipv4);
        network.Send(frame);
    }
}
