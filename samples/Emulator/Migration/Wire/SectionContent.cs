using System.Buffers.Binary;
using System.Text;

namespace Emulator.Migration.Wire;

/// <summary>The content of a section, read from its beginning to its end; every read is checked.</summary>
/// <param name="kind">The kind of section.</param>
/// <param name="offset">Where in the stream the content begins.</param>
/// <param name="content">The content.</param>
internal ref struct SectionContent(StreamSection kind, long offset, ReadOnlySpan<byte> content)
{
    private const string Advice = "start the migration again; if that does not help, compare the versions of both sides";

    private readonly int _length = content.Length;
    private ReadOnlySpan<byte> _rest = content;

    public readonly StreamSection Kind => kind;

    public byte ReadByte() => Take(1)[0];

    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    public ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw Invalid($"{length} bytes are wanted where {_rest.Length} are left");
        }

        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    public ReadOnlySpan<byte> TakeRest() => Take(_rest.Length);

    /// <summary>Reads a name: a byte for its length, and printable ASCII.</summary>
    public string ReadName()
    {
        int length = ReadByte();
        if (length is 0 or > StreamFormat.LongestName)
        {
            throw Invalid($"a name has {length} characters, 1 to {StreamFormat.LongestName} are possible");
        }

        return ToText(Take(length));
    }

    /// <summary>Reads what is left as text for people.</summary>
    public string ReadText() => ToText(TakeRest());

    /// <summary>Checks that nothing is left.</summary>
    public readonly void End()
    {
        if (!_rest.IsEmpty)
        {
            throw Invalid($"{_rest.Length} bytes are left over");
        }
    }

    public readonly StreamException Invalid(string problem, string advice = Advice) => new(problem, kind, offset + _length - _rest.Length, advice);

    /// <summary>Text of the other side goes to a terminal here: control characters stay out.</summary>
    internal static string ToText(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (byte character in bytes)
        {
            text.Append(character is >= 0x20 and < 0x7F ? (char)character : '?');
        }

        return text.ToString();
    }
}
