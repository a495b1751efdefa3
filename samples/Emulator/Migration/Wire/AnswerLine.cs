using System.Buffers.Binary;

namespace Emulator.Migration.Wire;

/// <summary>The destination's end of the return path: in postcopy every vCPU and device that needs a page speaks, and none in between another's words.</summary>
/// <param name="stream">The line to the source.</param>
internal sealed class AnswerLine(Stream stream)
{
    private readonly Lock _lock = new();

    /// <exception cref="IOException">The line is broken, or the source does not listen.</exception>
    public void Say(AnswerKind kind, string text = "")
    {
        lock (_lock)
        {
            ReturnPath.Write(stream, kind, text);
        }
    }

    /// <summary>Asks for a page that somebody waits for.</summary>
    /// <exception cref="IOException">The line is broken, or the source does not listen.</exception>
    public void Request(int page)
    {
        Span<byte> content = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(content, page);
        lock (_lock)
        {
            ReturnPath.Write(stream, AnswerKind.PageRequest, content);
        }
    }
}
