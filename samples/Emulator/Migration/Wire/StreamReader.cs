using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Emulator.Migration.Wire;

/// <summary>Reads a migration stream that nobody vouches for, section by section, into one buffer that it uses again and again.</summary>
/// <param name="stream">The stream.</param>
/// <param name="clock">How long a section may take.</param>
internal sealed class StreamReader(Stream stream, SectionClock clock) : IDisposable
{
    private const string TryAgain = "start the migration again; if that does not help, compare the versions of both sides";

    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _content = new byte[1024];

    /// <summary>How many bytes were read.</summary>
    public long Offset { get; private set; }

    /// <summary>The section that is being read.</summary>
    public StreamSection Section { get; private set; }

    /// <summary>The digest of everything before the section that is being read.</summary>
    public byte[] DigestBefore { get; private set; } = [];

    /// <summary>Reads magic and version.</summary>
    /// <exception cref="StreamException">They are others.</exception>
    public void ReadHeader()
    {
        clock.Expect();
        ReadOnlySpan<byte> header = Read(StreamFormat.Magic.Length + sizeof(uint));
        if (!header.StartsWith(StreamFormat.Magic))
        {
            throw Invalid("this is no migration stream: the magic is wrong", "check what connects to this port");
        }

        uint version = BinaryPrimitives.ReadUInt32LittleEndian(header[StreamFormat.Magic.Length..]);
        if (version != StreamFormat.Version)
        {
            throw Invalid($"the stream has version {version}, this side understands version {StreamFormat.Version}", "use the same version of the emulator on both sides");
        }

        _digest.AppendData(header);
    }

    /// <summary>Reads a section.</summary>
    /// <returns>Its content; valid until the next read.</returns>
    /// <exception cref="StreamException">There is no such kind of section, it cannot be that long, or its seal does not fit.</exception>
    public SectionContent ReadSection()
    {
        long start = Offset;
        clock.Expect();
        Span<byte> frame = stackalloc byte[StreamFormat.FrameLength];
        Read(StreamFormat.FrameLength).CopyTo(frame);
        var section = (StreamSection)frame[0];
        if (section is StreamSection.Header or > StreamSection.Checkpoint)
        {
            throw Invalid($"there is no section of kind {frame[0]}", TryAgain);
        }

        Section = section;
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(frame[1..]);
        (int least, int most) = StreamFormat.LengthOf(section);
        if (length < least || length > most)
        {
            throw Invalid($"the section is said to have {length} bytes, it has {least} to {most}", TryAgain);
        }

        if (section == StreamSection.End)
        {
            DigestBefore = _digest.GetCurrentHash();
        }

        ReadOnlySpan<byte> content = Read((int)length);
        _digest.AppendData(frame);
        if (StreamFormat.IsSealed(section))
        {
            content = Unseal(content);
        }
        else
        {
            _digest.AppendData(content);
        }

        return new SectionContent(section, start + StreamFormat.FrameLength, content);
    }

    /// <summary>Reads the end of the stream.</summary>
    /// <exception cref="StreamException">There is more.</exception>
    public void ReadEnd()
    {
        if (stream.ReadByte() >= 0)
        {
            throw Invalid("there are bytes after the end", TryAgain);
        }
    }

    public StreamException Invalid(string problem, string advice) => new(problem, Section, Offset, advice);

    public void Dispose() => _digest.Dispose();

    private ReadOnlySpan<byte> Unseal(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> seal = content[^StreamFormat.DigestLength..];
        content = content[..^StreamFormat.DigestLength];
        _digest.AppendData(content);
        if (!seal.SequenceEqual(_digest.GetCurrentHash()))
        {
            throw Invalid("the digest is another: something did not arrive as it was sent", "look at the network");
        }

        _digest.AppendData(seal);
        return content;
    }

    private ReadOnlySpan<byte> Read(int length)
    {
        if (_content.Length < length)
        {
            _content = new byte[length];
        }

        Span<byte> missing = _content.AsSpan(0, length);
        while (!missing.IsEmpty)
        {
            int read = stream.Read(missing);
            Offset += read;
            missing = missing[read..];
            if (read == 0)
            {
                throw Invalid($"the stream ends early: {missing.Length} of {length} bytes are missing", "look why the source stopped sending");
            }

            if (!missing.IsEmpty && clock.IsLate)
            {
                throw Invalid($"the source is too slow: after {clock.Limit.TotalSeconds} s {missing.Length} of {length} bytes are missing", "look at the line, or allow more with --section-timeout");
            }
        }

        return _content.AsSpan(0, length);
    }
}
