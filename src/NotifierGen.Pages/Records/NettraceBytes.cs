using System.Buffers.Binary;
using System.Text;

namespace NotifierGen.Pages.Records;

/// <summary>Reads the numbers and texts of a .nettrace file, and never behind its end.</summary>
/// <param name="bytes">The bytes.</param>
internal ref struct NettraceBytes(ReadOnlySpan<byte> bytes)
{
    private const int MostBytesOfANumber = 10;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public readonly bool IsAtEnd => Position >= _bytes.Length;

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _bytes.Length - Position)
        {
            throw new RecordException(FormattableString.Invariant($"byte {Position}: the trace ends in the middle of something; record it again and let the program end"));
        }

        ReadOnlySpan<byte> taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }

    public byte Byte() => Take(1)[0];

    public short Int16() => BinaryPrimitives.ReadInt16LittleEndian(Take(sizeof(short)));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>A number of seven bits a byte, the lowest first.</summary>
    public ulong Variable()
    {
        ulong value = 0;
        for (int i = 0; i < MostBytesOfANumber; i++)
        {
            byte part = Byte();
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new RecordException(FormattableString.Invariant($"byte {Position}: a number does not end"));
    }

    /// <summary>UTF-16 up to a zero.</summary>
    public string Text()
    {
        StringBuilder text = new();
        for (char next = (char)Int16(); next != 0; next = (char)Int16())
        {
            text.Append(next);
        }

        return text.ToString();
    }

    /// <summary>Skips what fills up to a multiple of four bytes from the begin of the file.</summary>
    public void Align() => Take(-Position & 3);
}
