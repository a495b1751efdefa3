using System.Buffers.Binary;
using System.Globalization;

namespace Devices;

/// <summary>An Ethernet address.</summary>
/// <param name="Value">Its 48 bits.</param>
public readonly record struct MacAddress(ulong Value)
{
    /// <summary>The number of bytes of an address.</summary>
    public const int Length = 6;

    /// <summary>Writes the address in network order.</summary>
    public void WriteTo(Span<byte> destination)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Value);
        bytes[^Length..].CopyTo(destination);
    }

    /// <summary>The address as twelve hexadecimal digits with colons.</summary>
    public override string ToString()
    {
        string digits = Value.ToString("x12", CultureInfo.InvariantCulture);
        return string.Join(':', Enumerable.Range(0, Length).Select(i => digits.Substring(2 * i, 2)));
    }
}
