using System.Buffers;
using System.Buffers.Binary;

namespace Devices;

/// <summary>Writes a device's state, as <see cref="StateReader"/> reads it.</summary>
public static class StateWriting
{
    /// <summary>Writes one byte.</summary>
    public static void WriteByte(this IBufferWriter<byte> output, byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    /// <summary>Writes a truth value.</summary>
    public static void WriteBoolean(this IBufferWriter<byte> output, bool value) => output.WriteByte(value ? (byte)1 : (byte)0);

    /// <summary>Writes 32 bits.</summary>
    public static void WriteInt32(this IBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), value);
        output.Advance(sizeof(int));
    }

    /// <summary>Writes 64 bits.</summary>
    public static void WriteInt64(this IBufferWriter<byte> output, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), value);
        output.Advance(sizeof(long));
    }

    /// <summary>Writes 64 bits.</summary>
    public static void WriteUInt64(this IBufferWriter<byte> output, ulong value) => output.WriteInt64(unchecked((long)value));
}
