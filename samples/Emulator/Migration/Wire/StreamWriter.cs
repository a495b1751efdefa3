using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Devices;

namespace Emulator.Migration.Wire;

/// <summary>Writes a migration stream, section by section.</summary>
/// <param name="stream">Where to.</param>
/// <param name="clock">How long a section may take.</param>
internal sealed class StreamWriter(Stream stream, SectionClock clock) : IDisposable
{
    /// <summary>What is written at once; the clock is looked at in between.</summary>
    private const int Piece = 16 * 1024;

    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _content = new();

    /// <summary>How many bytes were written.</summary>
    public long Offset { get; private set; }

    public void WriteHeader()
    {
        Span<byte> header = stackalloc byte[StreamFormat.Magic.Length + sizeof(uint)];
        StreamFormat.Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[StreamFormat.Magic.Length..], StreamFormat.Version);
        clock.Begin();
        Write(header);
    }

    /// <summary>Writes a section.</summary>
    /// <exception cref="IOException">The line is broken, or the other side is too slow.</exception>
    /// <param name="section">Its kind.</param>
    /// <param name="writeContent">Writes its content.</param>
    public void WriteSection(StreamSection section, [InvokedInPlace] Action<IBufferWriter<byte>> writeContent)
    {
        _content.ResetWrittenCount();
        writeContent(_content);
        WriteSection(section, _content.WrittenSpan);
    }

    public void WriteSection(StreamSection section, ReadOnlySpan<byte> content)
    {
        bool isSealed = StreamFormat.IsSealed(section);
        Span<byte> frame = stackalloc byte[StreamFormat.FrameLength];
        frame[0] = (byte)section;
        BinaryPrimitives.WriteInt32LittleEndian(frame[1..], content.Length + (isSealed ? StreamFormat.DigestLength : 0));
        clock.Begin();
        Write(frame);
        Write(content);
        if (isSealed)
        {
            Write(_digest.GetCurrentHash());
        }
    }

    /// <summary>Writes the end: the digest of everything so far.</summary>
    public void WriteEnd() => WriteSection(StreamSection.End, _digest.GetCurrentHash());

    public void WriteAbort(string reason) => WriteSection(StreamSection.Abort, Encoding.ASCII.GetBytes(reason).AsSpan(0, Math.Min(reason.Length, StreamFormat.LongestText)));

    public void Dispose() => _digest.Dispose();

    /// <summary>Writes a name as <see cref="SectionContent.ReadName"/> reads it.</summary>
    public static void WriteName(IBufferWriter<byte> output, string name)
    {
        output.WriteByte((byte)name.Length);
        output.Write(Encoding.ASCII.GetBytes(name));
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _digest.AppendData(bytes);
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> piece = bytes[..Math.Min(bytes.Length, Piece)];
            stream.Write(piece);
            Offset += piece.Length;
            bytes = bytes[piece.Length..];
            if (!bytes.IsEmpty && clock.IsLate)
            {
                throw new IOException($"the destination is too slow: after {clock.Limit.TotalSeconds} s it has yet to take {bytes.Length} bytes of a section; look at the line, or allow more with --section-timeout");
            }
        }
    }
}
