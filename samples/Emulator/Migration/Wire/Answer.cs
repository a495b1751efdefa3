using System.Buffers.Binary;

namespace Emulator.Migration.Wire;

/// <summary>An answer of the destination, one that nobody vouches for.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Content">What follows.</param>
internal readonly record struct Answer(AnswerKind Kind, ReadOnlyMemory<byte> Content)
{
    /// <summary>The pages that a request asks for.</summary>
    /// <exception cref="DestinationException">It is no list of pages.</exception>
    public uint[] ReadPages()
    {
        if (Content.IsEmpty || Content.Length % sizeof(uint) != 0)
        {
            throw new DestinationException($"the destination asks for pages in {Content.Length} bytes, a page takes {sizeof(uint)}; check what listens there");
        }

        var pages = new uint[Content.Length / sizeof(uint)];
        for (int i = 0; i < pages.Length; i++)
        {
            pages[i] = BinaryPrimitives.ReadUInt32LittleEndian(Content.Span[(i * sizeof(uint))..]);
        }

        return pages;
    }
}
