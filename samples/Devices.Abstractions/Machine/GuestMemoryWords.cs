using System.Buffers.Binary;

namespace Devices;

/// <summary>Little-endian words in guest RAM.</summary>
public static class GuestMemoryWords
{
    /// <summary>Reads 32 bits.</summary>
    [VcpuState]
    public static uint ReadUInt32(this IGuestMemory memory, ulong address)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        memory.Read(address, bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>Writes 32 bits.</summary>
    [VcpuState]
    public static void WriteUInt32(this IGuestMemory memory, ulong address, uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        memory.Write(address, bytes);
    }

    /// <summary>Reads 64 bits.</summary>
    [VcpuState]
    public static ulong ReadUInt64(this IGuestMemory memory, ulong address)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        memory.Read(address, bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    /// <summary>Writes 64 bits.</summary>
    [VcpuState]
    public static void WriteUInt64(this IGuestMemory memory, ulong address, ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        memory.Write(address, bytes);
    }
}
