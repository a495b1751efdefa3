namespace NotifierGen.Samples.Tests.Emulator.Migration;

/// <summary>A line that takes its time for every piece, with a clock that only the line moves.</summary>
internal sealed class TrickleLine : Stream
{
    private readonly Queue<byte> _bytes = [];
    private readonly LineTime _time = new();

    public TimeSpan TimeAPiece { get; set; }

    /// <summary>Whether a read gets all that it asks for, instead of one byte.</summary>
    public bool PiecesAreWhole { get; set; }

    /// <summary>How many pieces were read or written.</summary>
    public int Pieces { get; private set; }

    public TimeProvider Time => _time;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void Put(byte[] bytes) => Array.ForEach(bytes, _bytes.Enqueue);

    public override int Read(Span<byte> buffer)
    {
        Pass();
        int length = Math.Min(_bytes.Count, PiecesAreWhole ? buffer.Length : 1);
        foreach (ref byte place in buffer[..length])
        {
            place = _bytes.Dequeue();
        }

        return length;
    }

    public override void Write(ReadOnlySpan<byte> buffer) => Pass();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Pass()
    {
        Pieces++;
        _time.Now += TimeAPiece;
    }

    private sealed class LineTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
