namespace Emulator.Migration.Source;

/// <summary>A line that changes one bit, once, in what it carries.</summary>
/// <param name="stream">The line behind it.</param>
internal sealed class BitFlippingStream(Stream stream) : Stream
{
    private const int ShortestContent = 16;

    /// <summary>Whether the last bit of the next content is to be changed; frames stay whole.</summary>
    public bool IsArmed { get; set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!IsArmed || buffer.Length < ShortestContent)
        {
            stream.Write(buffer);
            return;
        }

        IsArmed = false;
        byte[] changed = buffer.ToArray();
        changed[^1] ^= 1;
        stream.Write(changed);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => stream.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
