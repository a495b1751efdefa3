using System.Buffers.Binary;

namespace Devices;

/// <summary>Reads a device's state from bytes that nobody vouches for: every read is checked, what is left over is an error.</summary>
public ref struct StateReader
{
    private readonly string _device;
    private ReadOnlySpan<byte> _rest;

    /// <summary>Begins to read.</summary>
    /// <param name="device">The device, for messages.</param>
    /// <param name="version">The version that came.</param>
    /// <param name="expectedVersion">The version that this reader's caller understands.</param>
    /// <param name="state">The bytes.</param>
    /// <exception cref="InvalidDeviceStateException">It is another version.</exception>
    public StateReader(string device, int version, int expectedVersion, ReadOnlySpan<byte> state)
    {
        _device = device;
        _rest = state;
        if (version != expectedVersion)
        {
            throw Invalid($"state version {version} came, version {expectedVersion} is understood");
        }
    }

    /// <summary>Reads one byte.</summary>
    public byte ReadByte() => Take(1)[0];

    /// <summary>Reads a truth value, 0 or 1.</summary>
    public bool ReadBoolean() => ReadByte() switch
    {
        0 => false,
        1 => true,
        byte other => throw Invalid($"{other} is not a truth value"),
    };

    /// <summary>Reads 32 bits.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>Reads 32 bits and checks their range.</summary>
    public int ReadInt32(string what, int minimum, int maximum)
    {
        int value = ReadInt32();
        return value >= minimum && value <= maximum ? value : throw Invalid($"{what} is {value}, outside {minimum} to {maximum}");
    }

    /// <summary>Reads 64 bits.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>Reads 64 bits.</summary>
    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    /// <summary>Checks that nothing is left.</summary>
    /// <exception cref="InvalidDeviceStateException">Something is.</exception>
    public readonly void End()
    {
        if (!_rest.IsEmpty)
        {
            throw Invalid($"{_rest.Length} bytes too many");
        }
    }

    /// <summary>An exception that names the device.</summary>
    public readonly InvalidDeviceStateException Invalid(string reason) => new(_device, reason);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_rest.Length < count)
        {
            throw Invalid($"truncated: {count} bytes wanted, {_rest.Length} left");
        }

        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
