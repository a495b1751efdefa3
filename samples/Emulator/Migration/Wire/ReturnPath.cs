using System.Buffers.Binary;
using System.Text;

namespace Emulator.Migration.Wire;

/// <summary>The destination's answers, on the same connection in the other direction.</summary>
internal static class ReturnPath
{
    private const int FrameLength = 1 + sizeof(ushort);

    public static void Write(Stream stream, AnswerKind kind, string text) =>
        Write(stream, kind, Encoding.ASCII.GetBytes(text.Length <= StreamFormat.LongestText ? text : text[..StreamFormat.LongestText]));

    public static void Write(Stream stream, AnswerKind kind, ReadOnlySpan<byte> content)
    {
        var frame = new byte[FrameLength + content.Length];
        frame[0] = (byte)kind;
        BinaryPrimitives.WriteUInt16LittleEndian(frame.AsSpan(1), (ushort)content.Length);
        content.CopyTo(frame.AsSpan(FrameLength));
        stream.Write(frame);
    }

    /// <summary>Reads the next answer, which has to be the expected one.</summary>
    /// <exception cref="DestinationException">The destination refuses, is gone, or answers something else.</exception>
    public static void Expect(Stream stream, AnswerKind expected, SectionClock clock)
    {
        Answer answer = Read(stream, expected, clock);
        if (answer.Kind != expected)
        {
            throw Unexpected(answer, expected);
        }
    }

    /// <summary>Reads the next answer, whatever it is.</summary>
    /// <param name="stream">The line.</param>
    /// <param name="expected">What is waited for, for the message if nothing comes.</param>
    /// <param name="clock">How long the answer may take.</param>
    /// <exception cref="DestinationException">The destination refuses, or is gone.</exception>
    public static Answer Read(Stream stream, AnswerKind expected, SectionClock clock)
    {
        clock.Expect();
        Span<byte> frame = stackalloc byte[FrameLength];
        Read(stream, frame, expected, clock);
        int length = BinaryPrimitives.ReadUInt16LittleEndian(frame[1..]);
        if (length > StreamFormat.LongestText)
        {
            throw new DestinationException($"the destination's answer is said to have {length} bytes, {StreamFormat.LongestText} are possible; check what listens there");
        }

        var content = new byte[length];
        Read(stream, content, expected, clock);
        var kind = (AnswerKind)frame[0];
        return kind == AnswerKind.Refused
            ? throw new DestinationException($"the destination refused: {SectionContent.ToText(content)}")
            : new Answer(kind, content);
    }

    public static DestinationException Unexpected(Answer answer, AnswerKind expected) =>
        new($"the destination answered {(byte)answer.Kind} where {expected} was due; check what listens there");

    private static void Read(Stream stream, Span<byte> missing, AnswerKind expected, SectionClock clock)
    {
        while (!missing.IsEmpty)
        {
            int read = stream.Read(missing);
            missing = missing[read..];
            if (read == 0)
            {
                throw new DestinationException($"the connection ended before the destination said \"{expected}\"; look at its output");
            }

            if (!missing.IsEmpty && clock.IsLate)
            {
                throw new DestinationException($"the destination is too slow: after {clock.Limit.TotalSeconds} s its answer is not whole where \"{expected}\" was due; look at the line, or allow more with --section-timeout");
            }
        }
    }
}
